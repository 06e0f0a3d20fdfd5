import type { Inline } from '../../stories/body.ts'
import type { PassageStatus } from '../../stories/passages/followed.ts'
import type { Passage } from '../../stories/passages/passage.ts'
import { codesOf, writeInlines } from './codes.ts'
import { xmlAttribute, xmlWords } from './xml-words.ts'

/** One passage for a translator: what the source says, what the translation says now, and how far that is. */
export type XliffUnit = {
  id: number
  passage: Passage
  target: Inline[] | null
  status: PassageStatus
  /** The fingerprint of what the translation says now, by which it is seen later whether somebody wrote on meanwhile. */
  mark: string
  /** What the source said when the translation was last right. */
  was: string | null
}

/** One translation: which editions, which revisions, and the hash of what the source said. */
export type XliffFile = {
  edition: string
  source: string
  sourceRevision: number
  sourceHash: string
  headline: string
  units: XliffUnit[]
}

export const coreNamespace = 'urn:oasis:names:tc:xliff:document:2.0'
export const metadataNamespace = 'urn:oasis:names:tc:xliff:metadata:2.0'

const states: Readonly<Record<PassageStatus, string>> = {
  waiting: 'state="initial"',
  added: 'state="initial"',
  removed: 'state="initial"',
  stale: 'state="initial" subState="dateline:stale"',
  machine: 'state="translated" subState="dateline:machine"',
  done: 'state="reviewed"',
}

/** Translations of one pair of languages as an XLIFF 2.1 document (OASIS, 2018), a file each. */
export function writeXliff(languages: { source: string; target: string }, files: readonly XliffFile[]): string {
  const head = `<xliff xmlns="${coreNamespace}" xmlns:mda="${metadataNamespace}" version="2.1"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `${head} srcLang="${xmlAttribute(languages.source)}" trgLang="${xmlAttribute(languages.target)}">`,
    ...files.flatMap((file, index) => fileLines(file, `f${index + 1}`)),
    '</xliff>',
    '',
  ].join('\n')
}

function fileLines(file: XliffFile, id: string): string[] {
  const said = { edition: file.edition, source: file.source, sourceRevision: String(file.sourceRevision), sourceHash: file.sourceHash }
  return [
    `<file id="${id}" original="${xmlAttribute(file.source)}" canResegment="no" xml:space="preserve">`,
    `<mda:metadata>${metaGroup(said)}</mda:metadata>`,
    `<notes><note category="story">${xmlWords(file.headline, true)}</note></notes>`,
    ...file.units.flatMap((unit, index) => unitLines(unit, (number) => noteUnit(file.units, index, number))),
    '</file>',
  ]
}

function unitLines({ id, passage, target, status, mark, was }: XliffUnit, unitOf: (number: string) => string | undefined): string[] {
  const codes = codesOf(passage.inlines)
  const source = writeInlines(passage.inlines, codes, unitOf) ?? ''
  const written = target ? writeInlines(target, codes, unitOf) : undefined
  return [
    `<unit id="p${id}" name="${passage.kind}">`,
    `<mda:metadata>${metaGroup({ mark })}</mda:metadata>`,
    '<notes>',
    `<note category="context">${passage.within ? `${passage.kind} in a ${passage.within}` : passage.kind}</note>`,
    ...(was === null ? [] : [`<note category="source before">${xmlWords(was, true)}</note>`]),
    '</notes>',
    `<segment id="s" ${states[status]}>`,
    `<source>${source}</source>`,
    ...(written === undefined ? [] : [`<target>${written}</target>`]),
    '</segment>',
    '</unit>',
  ]
}

function metaGroup(said: Record<string, string>): string {
  const metas = Object.entries(said).map(([type, value]) => `<mda:meta type="${type}">${xmlWords(value, true)}</mda:meta>`)
  return `<mda:metaGroup category="dateline">${metas.join('')}</mda:metaGroup>`
}

/** The unit with the words of a footnote: those of a line follow it. */
function noteUnit(units: readonly XliffUnit[], line: number, number: string): string | undefined {
  for (const { id, passage } of units.slice(line + 1)) {
    if (passage.kind !== 'note') return undefined
    if (passage.number === number) return `p${id}`
  }
  return undefined
}
