import type { Block } from '../body.ts'
import type { RevisionContent } from '../story.ts'
import type { Followed } from './followed.ts'
import { mapBlock, passagesOf } from './map-passages.ts'
import type { Passage } from './passage.ts'
import { isField } from './passage.ts'

/**
 * A translation with the structure that its source has now: its own words where it has them, the source's where they are missing, and nothing
 * of what the source dropped. Blocks that only the translation has stay behind the block that they followed.
 */
export function graftStructure(source: RevisionContent, target: RevisionContent, passages: readonly Followed[]): RevisionContent {
  const own = passagesOf(target)
  const bySource = new Map(passages.flatMap((passage) => (passage.source === null ? [] : [[passage.source, passage] as const])))
  const sourceOf = new Map(passages.flatMap(({ source: from, target: to }) => (to === null ? [] : [[to, from] as const])))
  const blocks = placedBlocks(source)
  const mine = placedBlocks(target)
  const used = new Set<Block>()
  const grafted = blocks.map(({ block, indexes }): Block[] => {
    // What was left out of a translation on purpose is not brought back.
    if (indexes.length > 0 && indexes.every((index) => isLeftOut(bySource.get(index)))) return []
    const home = mine.find((placed) => placed.indexes.some((index) => indexes.includes(sourceOf.get(index) ?? -1)))
    // Nothing that somebody added within a block is lost: that block stays as it is.
    if (!home?.indexes.some((index) => !sourceOf.has(index))) return [filled(block, indexes, bySource, own)]
    const isUsed = used.has(home.block)
    used.add(home.block)
    return isUsed ? [] : [home.block]
  })
  const additions = ownBlocks(blocks, mine, sourceOf)
  const body = grafted.flatMap((kept, k) => [...kept, ...(additions.get(k) ?? [])])
  return { ...withFields(source, target, passages), body: { type: 'doc', content: [...(additions.get(-1) ?? []), ...body] } }
}

const isLeftOut = (passage: Followed | undefined): boolean => passage?.target === null && passage.was === undefined

type Placed = { block: Block; indexes: number[] }

/** The blocks of a body with the passages in each, as they are counted in the whole text. */
function placedBlocks(content: RevisionContent): Placed[] {
  let next = passagesOf(content).findIndex((passage) => !isField(passage))
  return content.body.content.map((block) => {
    const indexes: number[] = []
    mapBlock(block, () => {
      indexes.push(next)
      next += 1
      return undefined
    })
    return { block, indexes }
  })
}

function filled(block: Block, indexes: number[], bySource: ReadonlyMap<number, Followed>, own: Passage[]): Block {
  let at = -1
  return mapBlock(block, () => {
    at += 1
    const target = bySource.get(indexes[at] ?? -1)?.target ?? null
    return target === null ? undefined : own[target]?.inlines
  })
}

/** The blocks that only the translation has, by the block of the source that they follow; -1: they come first. */
function ownBlocks(blocks: Placed[], mine: Placed[], sourceOf: ReadonlyMap<number, number | null>): Map<number, Block[]> {
  const found = new Map<number, Block[]>()
  let after = -1
  for (const { block, indexes } of mine) {
    const from = indexes.map((index) => sourceOf.get(index) ?? null).find((index) => index !== null)
    if (from !== undefined) after = blocks.findIndex((placed) => placed.indexes.includes(from ?? -1))
    else if (indexes.length > 0 && indexes.every((index) => !sourceOf.has(index))) found.set(after, [...(found.get(after) ?? []), block])
  }
  return found
}

/** Fields that the source has and the translation has not begin with the source's words. */
function withFields(source: RevisionContent, target: RevisionContent, passages: readonly Followed[]): RevisionContent {
  const said = passagesOf(source)
  const isMissing = (kind: Passage['kind']) =>
    passages.some((passage) => passage.was === null && passage.target === null && said[passage.source ?? -1]?.kind === kind)
  return {
    ...target,
    headline: isMissing('headline') ? source.headline : target.headline,
    summary: isMissing('summary') ? source.summary : target.summary,
    byline: isMissing('byline') ? source.byline : target.byline,
    dateline: isMissing('dateline') ? source.dateline : target.dateline,
    activity: isMissing('activity') ? source.activity : target.activity,
    searchTitle: isMissing('searchTitle') ? source.searchTitle : target.searchTitle,
    searchDescription: isMissing('searchDescription') ? source.searchDescription : target.searchDescription,
  }
}
