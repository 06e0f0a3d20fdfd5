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
