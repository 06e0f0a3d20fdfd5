import { getMarkRange } from '@tiptap/core'

import type { Bench } from '../bench.ts'
import { hrefOf } from '../links/href-of.ts'
import { makeField, openDialog } from './open-dialog.ts'
import { suggestStories } from './suggest-stories.ts'

/** Asks where the selected words, or the link around the caret, should lead: an own story or any address. */
export function openLinkDialog(bench: Bench): void {
  const { editor, words } = bench
  const { from, to, href } = linkedStretch(bench)
  const address = makeField({ label: words.link.address, value: href, type: 'url' })
  const text = makeField({ label: words.link.text, longest: 500 })
  const dialog = openDialog(bench, {
    title: words.link.title,
    fields: from === to ? [address.field, text.field] : [address.field],
    save: words.link.save,
    others: href === '' ? [] : [{ label: words.link.remove, run: () => unlink(bench, from, to) }],
    submit: () => {
      const meant = hrefOf(address.input.value)
      if (meant === null) return words.link.refused
      const said = text.input.value.replace(/\s+/g, ' ').trim()
      if (from === to && said === '') return words.link.noText
      setLink(bench, { from, to, text: said, href: meant })
      return undefined
    },
    closed: () => editor.view.focus(),
  })
  suggestStories(bench, {
    dialog,
    input: address.input as HTMLInputElement,
    choose: ({ headline }) => {
      if (text.input.value === '') text.input.value = headline
    },
  })
  address.input.focus()
  address.input.select()
}

type Stretch = { from: number; to: number; href: string }

function linkedStretch({ editor }: Bench): Stretch {
  const { selection, schema } = editor.state
  const type = schema.marks['link']
  const around =
    type &&
    (getMarkRange(selection.$from, type) ??
      getMarkRange(
        editor.state.doc.resolve(selection.from + 1 > editor.state.doc.content.size ? selection.from : selection.from + 1),
        type,
      ))
  const href: unknown = around && editor.state.doc.resolve(around.from).nodeAfter?.marks.find((mark) => mark.type === type)?.attrs['href']
  const isWithin = around && selection.from >= around.from && selection.to <= around.to
  return isWithin && typeof href === 'string'
    ? { from: around.from, to: around.to, href }
    : { from: selection.from, to: selection.to, href: '' }
}

function setLink({ editor }: Bench, { from, to, text, href }: Stretch & { text: string }): void {
  const { tr, schema } = editor.state
  const link = schema.marks['link']?.create({ href })
  if (!link) return
  if (from === to) tr.replaceWith(from, to, schema.text(text, [link]))
  else tr.removeMark(from, to, link.type).addMark(from, to, link)
  editor.view.dispatch(tr.removeStoredMark(link.type).scrollIntoView())
}

function unlink({ editor }: Bench, from: number, to: number): void {
  const type = editor.schema.marks['link']
  if (type) editor.view.dispatch(editor.state.tr.removeMark(from, to, type))
  editor.view.focus()
}
