import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Newsroom } from '../newsroom.ts'
import type { ChangedItem } from './change-store.ts'
import { holdItem, keepItem } from './change-store.ts'

const longest = 15_000

/**
 * Does something to each of many stories, each in a transaction of its own, so that others go on working between them and what is refused for
 * one is done for the rest. After fifteen seconds it leaves the rest for the next time.
 */
export async function eachStory(
  newsroom: Newsroom,
  change: string,
  editions: string[],
  work: (tx: Transaction, item: ChangedItem) => Promise<ChangedItem>,
): Promise<void> {
  const began = performance.now()
  for (const edition of editions) {
    if (performance.now() - began > longest) return
    const refused = await tryOn(newsroom, change, edition, work)
    if (refused)
      await newsroom.db.transact(async (tx) => {
        const item = await holdItem(tx, change, edition)
        if (item) await keepItem(tx, change, { ...item, reason: refused, outcome: item.outcome === 'waiting' ? 'left' : item.outcome })
      })
  }
}

/** The code with which it was refused, if it was. */
async function tryOn(
  newsroom: Newsroom,
  change: string,
  edition: string,
  work: (tx: Transaction, item: ChangedItem) => Promise<ChangedItem>,
): Promise<string | undefined> {
  try {
    await newsroom.db.transact(async (tx) => {
      const item = await holdItem(tx, change, edition)
      if (item) await keepItem(tx, change, await work(tx, item))
    })
    return undefined
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'unavailable') throw error
    return error.code
  }
}
