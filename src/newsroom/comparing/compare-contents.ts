import { canonicalJson } from '#lib/canonical-json.ts'

import type { Block } from '../stories/body.ts'
import type { RevisionContent } from '../stories/story.ts'
import { blockText } from './block-text.ts'
import type { Part } from '#lib/compare-texts.ts'
import { compareLists, compareTexts, Patience } from '#lib/compare-texts.ts'

type Field = keyof RevisionContent

/** How one field of two revisions differs: words of a text, blocks of the body, or what a list or a fact holds. */
export type FieldChange =
  | { kind: 'text'; field: Field; parts: Part[] }
  | { kind: 'body'; blocks: BlockChange[] }
  | { kind: 'facts'; field: Field; before: string[]; after: string[] }

/** `formatted`: the words are the same, what they look like is not. */
export type BlockChange = { type: string; kind: 'same' | 'changed' | 'added' | 'removed' | 'formatted'; parts: Part[] }

const texts: Field[] = ['headline', 'summary', 'slug', 'byline', 'searchTitle', 'searchDescription']
const facts: Field[] = ['kind', 'section', 'projects', 'places', 'topics', 'people', 'dateline', 'activity']

/** What changed between two revisions of an edition, field by field, in the order in which readers meet them. */
export function compareContents(before: RevisionContent, after: RevisionContent): FieldChange[] {
  const patience = new Patience()
  const isChanged = (field: Field) => canonicalJson(before[field]) !== canonicalJson(after[field])
  return [
    ...texts
      .filter(isChanged)
      .map((field): FieldChange => ({ kind: 'text', field, parts: compareTexts(textOf(before[field]), textOf(after[field]), patience) })),
    ...(isChanged('body') ? [{ kind: 'body' as const, blocks: compareBodies(before.body.content, after.body.content, patience) }] : []),
    ...facts
      .filter(isChanged)
      .map((field): FieldChange => ({ kind: 'facts', field, before: factsOf(before[field]), after: factsOf(after[field]) })),
  ]
}

/** Blocks are matched by what they say; where some went and others came, they are compared one by one. */
function compareBodies(before: readonly Block[], after: readonly Block[], patience: Patience): BlockChange[] {
  const changes: BlockChange[] = []
  let [i, j] = [0, 0]
  let removed: Block[] = []
  const settleRemoved = (added: Block[]) => {
    for (let k = 0; k < Math.max(removed.length, added.length); k += 1) changes.push(blockChange(removed[k], added[k], patience))
    removed = []
  }
  for (const { kind, items } of compareLists(before.map(blockText), after.map(blockText), patience)) {
    if (kind === 'removed') removed = before.slice(i, i + items.length)
    else settleRemoved(kind === 'added' ? after.slice(j, j + items.length) : [])
    if (kind === 'same') items.forEach((_, k) => changes.push(blockChange(before[i + k], after[j + k], patience)))
    if (kind !== 'added') i += items.length
    if (kind !== 'removed') j += items.length
  }
  settleRemoved([])
  return changes
}

function blockChange(before: Block | undefined, after: Block | undefined, patience: Patience): BlockChange {
  const [was, is] = [before ? blockText(before) : '', after ? blockText(after) : '']
  const type = (after ?? before)?.type ?? 'paragraph'
  if (!before) return { type, kind: 'added', parts: [{ kind: 'added', text: is }] }
  if (!after) return { type, kind: 'removed', parts: [{ kind: 'removed', text: was }] }
  const kind = was !== is ? 'changed' : canonicalJson(before) === canonicalJson(after) ? 'same' : 'formatted'
  return { type, kind, parts: compareTexts(was, is, patience) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a fact holds, as words to lay side by side. */
function factsOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '' || value === false) return []
  if (typeof value === 'string') return [value]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (Array.isArray(value)) return value.flatMap((one: unknown) => factsOf(one))
  return Object.entries(value).flatMap(([name, inner]) => factsOf(inner).map((said) => `${name}: ${said}`))
}
