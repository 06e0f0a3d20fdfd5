import type { Node } from '@tiptap/pm/model'

import type { Run as AlignedRun } from '#newsroom/stories/align-texts.ts'
import { alignTexts, partsOf } from '#newsroom/stories/align-texts.ts'
import { bodyText } from '#newsroom/stories/body-text.ts'

import { bodyOf } from '../schema/body-of.ts'

/** The plain text of a document, as comments and checks know it, and where each of its characters stands in the document. */
export type TextMap = {
  text: string
  startOf(offset: number): number
  endOf(offset: number): number
  offsetOf(position: number): number
  partsOf(span: { from: number; to: number }): TextPart[]
}

/** Letters `from` to `to` of what stands at a position: of a text, or of a field of the node there. */
export type TextPart = { pos: number; isAtom: boolean; from: number; to: number }

type Source = { text: string; pos: number; isAtom: boolean }

export function textMapOf(doc: Node): TextMap {
  const text = bodyText(bodyOf(doc))
  const aligned = alignTexts(text, sourcesOf(doc))
  const runs = aligned.map(runOf)
  return {
    text,
    startOf: (offset) => placeIn(runs.findLast(({ at }) => at <= offset) ?? runs[0], offset, 0),
    endOf: (offset) => placeIn(runs.findLast(({ at }) => at < offset) ?? runs[0], offset, 1),
    offsetOf: (position) => offsetAt(runs, position),
    partsOf: (span) => partsOf(aligned, span).map(({ source: { pos, isAtom }, from, to }) => ({ pos, isAtom, from, to })),
  }
}

type Run = { at: number; length: number; pos: number; isAtom: boolean }

const runOf = ({ at, length, source: { pos, isAtom }, done }: AlignedRun<Source>): Run => ({
  at,
  length,
  pos: isAtom ? pos : pos + done,
  isAtom,
})

/** The words of a footnote or an embed all stand where it does. */
function placeIn(run: Run | undefined, offset: number, side: 0 | 1): number {
  if (!run) return 0
  return run.isAtom ? run.pos + side : run.pos + Math.min(run.length, Math.max(0, offset - run.at))
}

function offsetAt(runs: Run[], position: number): number {
  const inText = runs.filter(({ isAtom }) => !isAtom)
  const run = inText.findLast(({ pos }) => pos <= position)
  return run ? run.at + Math.min(run.length, position - run.pos) : (inText[0]?.at ?? 0)
}

/** In the order of bodyText: footnotes come at the end, an attribution after its quote. */
function sourcesOf(doc: Node): Source[] {
  const notes: Source[] = []
  return [...gather(doc, 0, notes), ...notes]
}

function gather(parent: Node, start: number, notes: Source[]): Source[] {
  const found: Source[] = []
  parent.forEach((node, offset) => {
    const pos = start + offset
    if (node.isText) found.push({ text: node.text ?? '', pos, isAtom: false })
    else if (node.type.name === 'footnote') notes.push({ text: String(node.attrs['text']), pos, isAtom: true })
    else if (node.type.name === 'embed') found.push({ text: String(node.attrs['title']), pos, isAtom: true })
    else found.push(...gather(node, pos + 1, notes))
    if (node.type.name === 'blockquote')
      found.push({ text: String(node.attrs['attribution'] ?? ''), pos: pos + node.nodeSize - 1, isAtom: true })
  })
  return found
}
