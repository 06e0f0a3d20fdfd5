import { Node, wrappingInputRule } from '@tiptap/core'

import { oneOf, textOrNull } from './attribute-checks.ts'

export const longestAttribution = 300

/** A quote; whoever said it stands in an attribute, so that every reader's program finds it. */
export const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'simple+',
  defining: true,
  addAttributes: () => ({ attribution: { default: null, rendered: false, validate: textOrNull('attribution', longestAttribution) } }),
  parseHTML: () => [
    { tag: 'figure.quote', contentElement: 'blockquote', getAttrs: (figure) => ({ attribution: captionOf(figure) }) },
    { tag: 'blockquote' },
  ],
  renderHTML({ node }) {
    const attribution: unknown = node.attrs['attribution']
    if (typeof attribution !== 'string' || attribution === '') return ['blockquote', 0]
    return ['figure', { class: 'quote' }, ['blockquote', 0], ['figcaption', attribution]]
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
  },
})

function captionOf(figure: HTMLElement): string | null {
  const words = figure.querySelector('figcaption')?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  return words === '' ? null : words.slice(0, longestAttribution)
}

export const calloutKinds = ['note', 'background', 'contact'] as const
export type CalloutKind = (typeof calloutKinds)[number]

export function isCalloutKind(value: unknown): value is CalloutKind {
  return calloutKinds.some((kind) => kind === value)
}

/** A box beside the run of the text: a note, the background, whom to ask. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'simple+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'note',
      validate: oneOf('kind', calloutKinds),
      parseHTML: (box) => (isCalloutKind(box.dataset['kind']) ? box.dataset['kind'] : 'note'),
      renderHTML: ({ kind }) => ({ 'data-kind': String(kind) }),
    },
  }),
  parseHTML: () => [{ tag: 'aside.callout' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { class: 'callout', ...HTMLAttributes }, 0],
})
