import { InputRule, Mark, markInputRule } from '@tiptap/core'

import { hrefOf } from '../links/href-of.ts'

export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: '', rendered: false, validate: linkable } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (anchor) => {
        const href = hrefOf(anchor.getAttribute('href') ?? '')
        return href === null ? false : { href }
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', { href: String(mark.attrs['href']) }, 0],
  addInputRules() {
    return [
      new InputRule({
        find: /\[([^[\]]+)\]\(([^\s()]+)\)$/,
        handler: ({ state, range, match: [, words = '', address = ''] }) => {
          const href = hrefOf(address)
          if (href === null) return null
          state.tr.replaceWith(range.from, range.to, state.schema.text(words, [this.type.create({ href })]))
          return undefined
        },
      }),
    ]
  },
})

export const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    // Google Docs wraps all it copies in a <b> that is not bold.
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
  ],
  renderHTML: () => ['strong', 0],
  addInputRules() {
    return [
      markInputRule({ find: /(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/, type: this.type }),
      markInputRule({ find: /(?:^|\s)(__(?!\s)([^_]+)(?<!\s)__)$/, type: this.type }),
    ]
  },
})

export const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { tag: 'cite' }],
  renderHTML: () => ['em', 0],
  addInputRules() {
    return [
      markInputRule({ find: /(?:^|[^*])(\*(?![\s*])([^*]+)(?<!\s)\*)$/, type: this.type }),
      markInputRule({ find: /(?:^|\s)(_(?![\s_])([^_]+)(?<!\s)_)$/, type: this.type }),
    ]
  },
})

function linkable(href: unknown): void {
  if (typeof href !== 'string' || hrefOf(href) === null || !/^(https?:|mailto:|\/)/i.test(href))
    throw new RangeError('href is not an address to link to')
}
