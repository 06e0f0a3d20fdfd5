import { Node } from '@tiptap/core'

import { embedOf } from '#newsroom/stories/embed-providers.ts'

import { textUpTo, wordsUpTo } from './attribute-checks.ts'

export const longestNote = 2000
export const longestTitle = 300

/** A note at the foot of the story; the words stand in it, its number comes from its place. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    text: {
      default: '',
      validate: wordsUpTo('text', longestNote),
      parseHTML: (note) => (note.dataset['footnote'] ?? '').slice(0, longestNote),
      renderHTML: ({ text }) => ({ 'data-footnote': String(text) }),
    },
  }),
  parseHTML: () => [{ tag: 'sup[data-footnote]', getAttrs: (note) => (note.dataset['footnote'] ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes],
})

/** Something of another site: named here, and fetched by nobody before a reader asks for it. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    url: { default: '', rendered: false, validate: embeddable },
    title: { default: '', rendered: false, validate: textUpTo('title', longestTitle) },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-embed]',
      getAttrs: (figure) => {
        const embed = embedOf(figure.dataset['embed'] ?? '')
        return embed ? { url: embed.canonicalUrl, title: figure.textContent.trim().slice(0, longestTitle) } : false
      },
    },
  ],
  renderHTML: ({ node }) => ['figure', { 'data-embed': String(node.attrs['url']) }, String(node.attrs['title'])],
})

function embeddable(url: unknown): void {
  if (typeof url !== 'string' || !embedOf(url)) throw new RangeError('url is not an address that can be embedded')
}
