import { hashOf } from '#lib/canonical-json.ts'
import type { Inline } from '#newsroom/stories/body.ts'
import { fromMarked, linksOf, toMarked } from '#newsroom/translations/marked-text.ts'
import type { PassagePair } from '#newsroom/translations/read-translation.ts'

/** What the form of a passage holds before anyone writes in it. */
export function fieldText({ source, target }: PassagePair): { text: string; links: string[] } {
  const links = linksOf(source?.inlines ?? [], target?.inlines ?? [])
  return { text: target ? toMarked(target.inlines, links) : '', links }
}

/** By this a form that comes back is known to hold what it was sent with. */
export const markOf = (text: string): string => hashOf(withPlainLines(text)).slice(0, 24)

const withPlainLines = (text: string): string => text.replace(/\r\n?/g, '\n')

export type Written = {
  /** What somebody typed, by passage, as it was typed. */
  typed: Map<number, string>
  written: Map<number, Inline[]>
  wrong?: { id: number; tag: string }
}

/** The passages that somebody wrote in; the rest of the form says nothing. */
export function readWritten(form: FormData, pairs: readonly PassagePair[]): Written {
  const read: Written = { typed: new Map(), written: new Map() }
  for (const pair of pairs) {
    const id = pair.followed?.id
    const said = id === undefined ? null : form.get(`p-${id}`)
    if (id === undefined || typeof said !== 'string') continue
    const text = withPlainLines(said)
    if (markOf(text) === form.get(`was-${id}`)) continue
    read.typed.set(id, text)
    const reading = fromMarked(text, fieldText(pair).links)
    if ('inlines' in reading) read.written.set(id, reading.inlines)
    else read.wrong ??= { id, tag: reading.wrong.tag }
  }
  return read
}

/** The passages that are said to be done: each by its own button, or some together where a script sends them. */
export const doneIn = (form: FormData): number[] =>
  form
    .getAll('done')
    .flatMap((value) => (typeof value === 'string' ? value.split(' ') : []))
    .filter((id) => /^\d{1,9}$/.test(id))
    .map(Number)

export type WrittenOn = { written: Map<number, Inline[]>; faults: { id: number; why: 'empty' | 'gone' | { tag: string } }[] }

/** What a page that stays open says of all its passages: those that differ from what is saved, and which of them cannot be taken as they are. */
export function readWrittenOn(form: FormData, pairs: readonly PassagePair[], done: ReadonlySet<number>): WrittenOn {
  const read: WrittenOn = { written: new Map(), faults: [] }
  const byId = new Map(pairs.map((pair) => [pair.followed?.id, pair]))
  for (const [name, said] of form) {
    const id = Number(/^p-(\d{1,9})$/.exec(name)?.[1])
    if (typeof said !== 'string' || Number.isNaN(id)) continue
    const pair = byId.get(id)
    const text = withPlainLines(said)
    if (!pair?.target) read.faults.push({ id, why: 'gone' })
    else if (text === fieldText(pair).text) continue
    // Whoever clears a field is about to write it anew, or says that it is done so.
    else if (text.trim() === '' && !done.has(id)) read.faults.push({ id, why: 'empty' })
    else {
      const reading = fromMarked(text, fieldText(pair).links)
      if ('inlines' in reading) read.written.set(id, reading.inlines)
      else read.faults.push({ id, why: { tag: reading.wrong.tag } })
    }
  }
  return read
}
