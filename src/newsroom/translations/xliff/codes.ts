import { canonicalJson } from '#lib/canonical-json.ts'
import type { XmlElement } from '#lib/xml-tree.ts'
import { elementsIn } from '#lib/xml-tree.ts'

import type { Inline, Mark } from '../../stories/body.ts'
import { joined } from '../../stories/passages/map-passages.ts'
import type { Piece } from '../pieces.ts'
import { piecesOf } from '../pieces.ts'
import { xmlAttribute, xmlWords } from './xml-words.ts'

/** An inline code of a passage: a mark around words, a line break, or a footnote by its number within the passage. */
export type Code = { mark: Mark } | { isBreak: true } | { note: string }
type Codes = ReadonlyMap<string, Code>

/** The codes of a source by their ids, in the order in which they begin. */
export function codesOf(inlines: readonly Inline[]): Codes {
  const codes = piecesOf(inlines).flatMap((piece) => codeOf(piece) ?? [])
  return new Map(codes.map((code, index) => [String(index + 1), code]))
}

/**
 * A passage with the ids of the source's codes; undefined where its codes are not those of the source, each once. `noteUnit` names the unit with the
 * words of a footnote.
 */
export function writeInlines(
  inlines: readonly Inline[],
  codes: Codes,
  noteUnit: (number: string) => string | undefined,
): string | undefined {
  const free = new Map(codes)
  const open: string[] = []
  let text = ''
  for (const piece of piecesOf(inlines)) {
    const code = codeOf(piece)
    if (piece.kind === 'words') text += xmlWords(piece.text)
    if (piece.kind === 'close') text += open.pop() ?? ''
    if (!code) continue
    const id = [...free].find(([, other]) => isSame(code, other))?.[0]
    if (id === undefined) return undefined
    free.delete(id)
    text += writeCode(id, code, noteUnit)
    if (piece.kind === 'open') open.push('</pc>')
  }
  return free.size === 0 ? text : undefined
}

const kept = 'canCopy="no" canDelete="no"'

function writeCode(id: string, code: Code, noteUnit: (number: string) => string | undefined): string {
  if ('isBreak' in code) return `<ph id="${id}" ${kept} type="fmt" subType="xlf:lb" equiv="&#10;"/>`
  if ('note' in code) {
    const unit = noteUnit(code.note)
    return `<ph id="${id}" ${kept} type="other" subType="dateline:note"${unit ? ` subFlows="${unit}"` : ''}/>`
  }
  const { mark } = code
  if (mark.type === 'link')
    return `<pc id="${id}" ${kept} type="link" subType="dateline:link" dispStart="${xmlAttribute(mark.attrs.href)}">`
  return `<pc id="${id}" ${kept} type="fmt" subType="${mark.type === 'bold' ? 'xlf:b' : 'xlf:i'}">`
}

export type ReadInlines = { inlines: Inline[] } | { wrong: string; line: number }

/** Reads a `<source>` or `<target>` again; codes have to be those of the source, each exactly once and nested as elements are. */
export function readInlines(element: XmlElement, codes: Codes): ReadInlines {
  const used: string[] = []
  const found: Inline[] = []
  const wrong = gather(element, { codes, used, found, marks: [] })
  if (wrong) return wrong
  const missing = [...codes.keys()].find((id) => !used.includes(id))
  if (missing !== undefined) return { wrong: `the code with the id ${missing} is missing`, line: element.line }
  return { inlines: joined(found) }
}

type Gathering = { codes: Codes; used: string[]; found: Inline[]; marks: Mark[] }

function gather(element: XmlElement, into: Gathering): { wrong: string; line: number } | undefined {
  for (const child of element.children) {
    if (typeof child === 'string') say(child, into)
    const wrong = typeof child === 'string' ? undefined : gatherElement(child, into)
    if (wrong) return wrong
  }
  return undefined
}

function say(text: string, { found, marks }: Gathering): void {
  if (text !== '') found.push({ type: 'text', text, ...(marks.length > 0 && { marks }) })
}

function gatherElement(child: XmlElement, into: Gathering): { wrong: string; line: number } | undefined {
  const { name, line } = child
  // Remarks of a translator's tool around words are not part of them.
  if (name === 'mrk') return gather(child, into)
  if (name === 'sm' || name === 'em') return undefined
  if (name === 'cp') {
    const point = Number.parseInt(child.attributes.get('hex') ?? '', 16)
    // What no archive takes is a character that cannot be told.
    say(point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '\ufffd', into)
    return undefined
  }
  const id = child.attributes.get('id') ?? ''
  const code = into.codes.get(id)
  if (!code || (name !== 'pc' && name !== 'ph') || 'mark' in code !== (name === 'pc'))
    return { wrong: `<${name} id="${id}"> is not in what we sent`, line }
  if (into.used.includes(id)) return { wrong: `the code with the id ${id} is there twice`, line }
  into.used.push(id)
  if ('mark' in code) return gather(child, { ...into, marks: [...into.marks, code.mark] })
  if (elementsIn(child).length > 0) return { wrong: `<ph id="${id}"> is not empty`, line }
  into.found.push('note' in code ? { type: 'footnote', attrs: { text: code.note } } : { type: 'hardBreak' })
  return undefined
}

function codeOf(piece: Piece): Code | undefined {
  if (piece.kind === 'open') return { mark: piece.mark }
  if (piece.kind === 'break') return { isBreak: true }
  return piece.kind === 'note' ? { note: piece.number } : undefined
}

function isSame(one: Code, other: Code): boolean {
  if ('mark' in one && 'mark' in other) return canonicalJson(one.mark) === canonicalJson(other.mark)
  if ('note' in one && 'note' in other) return one.note === other.note
  return 'isBreak' in one && 'isBreak' in other
}
