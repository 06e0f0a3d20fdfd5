import type { KyselyPlugin } from 'kysely'

import type { Newsroom } from '#newsroom/newsroom.ts'
import type { Transaction } from '#platform/database/database.ts'
import { madeByTransact } from '#platform/database/database.ts'

/** A newsroom that loses its archive at the question in whose parts some words stand. */
export function losing<Of extends Newsroom>(newsroom: Of, words: string): Of {
  const transact = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    newsroom.db.transact((tx) => {
      const touch = tx.touch.bind(tx)
      return work(Object.assign(tx.withPlugin(breakingAt(words)), { [madeByTransact]: true as const, touch }))
    })
  return { ...newsroom, db: { ...newsroom.db, transact } }
}

const breakingAt = (words: string): KyselyPlugin => ({
  transformQuery({ node }) {
    if (JSON.stringify(node).includes(words)) throw new Error('Connection terminated unexpectedly')
    return node
  },
  transformResult: async ({ result }) => result,
})
