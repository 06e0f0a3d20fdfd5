import { filled } from '#lib/filled.ts'
import { embedOf, embedProviderNames } from '#newsroom/stories/embed-providers.ts'

import type { Bench } from '../bench.ts'
import { hrefOf } from '../links/href-of.ts'
import { longestTitle } from '../schema/apart-nodes.ts'
import { makeField, openDialog } from './open-dialog.ts'

type Shown = {
  url: string
  title?: string
  /** Where the embed already stands. */
  at?: number
  /** It was pasted: it may as well become a link. */
  isPasted?: boolean
}

/** Asks for the address and the title of something to embed. Nothing of it is fetched here. */
export function openEmbedDialog(bench: Bench, shown: Shown = { url: '' }): void {
  const { words } = bench
  const address = makeField({ label: words.embed.url, value: shown.url, type: 'url' })
  const title = makeField({ label: words.embed.name, value: shown.title ?? '', longest: longestTitle })
  address.input.dir = 'ltr'
  let isDone = false
  openDialog(bench, {
    title: words.embed.title,
    fields: [address.field, title.field],
    save: words.embed.save,
    others: shown.isPasted ? [{ label: words.embed.asLink, run: () => bench.editor.view.focus() }] : [],
    submit: () => {
      const embed = embedOf(address.input.value)
      const name = title.input.value.replace(/\s+/g, ' ').trim()
      if (!embed) return filled(words.embed.refused, { providers: embedProviderNames.join(', ') })
      if (name === '') return words.embed.unnamed
      isDone = true
      put(bench, { url: embed.canonicalUrl, title: name }, shown.at)
      return undefined
    },
    closed: () => {
      if (!isDone && shown.isPasted) insertAsLink(bench, shown.url)
      bench.editor.view.focus()
    },
  })
  if (shown.url === '') address.input.focus()
  else title.input.focus()
}

function put({ editor }: Bench, attrs: { url: string; title: string }, at: number | undefined): void {
  if (at === undefined) editor.commands.insertContent({ type: 'embed', attrs })
  else editor.view.dispatch(editor.state.tr.setNodeMarkup(at, undefined, attrs))
}

function insertAsLink({ editor }: Bench, url: string): void {
  const href = hrefOf(url)
  editor.commands.insertContent({ type: 'text', text: url, ...(href !== null && { marks: [{ type: 'link', attrs: { href } }] }) })
}
