import type { Inline } from '../stories/body.ts'
import { fromMarked } from './marked-text.ts'

/**
 * What a machine made of a passage. Marks that came back broken are dropped and the words kept; each footnote of the source stands in it once, at
 * the end where the machine lost it.
 */
export function readMachineText(text: string, source: readonly Inline[], links: readonly string[]): Inline[] {
  const reading = fromMarked(text, links)
  const said = 'inlines' in reading ? reading.inlines : wordsOnly(text)
  const left = new Set(source.flatMap((inline) => (inline.type === 'footnote' ? [inline.attrs.text] : [])))
  const kept = said.filter((inline) => inline.type !== 'footnote' || left.delete(inline.attrs.text))
  return [...kept, ...[...left].map((number): Inline => ({ type: 'footnote', attrs: { text: number } }))]
}

function wordsOnly(text: string): Inline[] {
  const reading = fromMarked(text.replace(/<\/?(?:b|i|a\d+) ?\/?>/g, ''), [])
  return 'inlines' in reading ? reading.inlines : []
}
