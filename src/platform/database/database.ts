import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Listen } from './listener.ts'
import type { Tables } from './tables.ts'
import type { TouchedHandler } from './touches.ts'

/** For questions: anything that can run a select. A Transaction is one too. */
export type Reader = Kysely<Tables>

/** For changes: only `transact` makes one. */
export type Transaction = KyselyTransaction<Tables> & {
  readonly [madeByTransact]: true
  /** Notes that kept pages with these tags are out of date once this commits. */
  touch(tags: Iterable<string>): void
}

export const madeByTransact: unique symbol = Symbol('made by transact')

export interface Database extends AsyncDisposable {
  /** Names this process among the instances that share the archive. */
  readonly instance: string
  readonly isEmbedded: boolean
  /** Owns the schema: for migrations and the planner's statistics alone. */
  readonly owner: Kysely<Tables>
  /** Reads and writes everything, but for the audit log, which it only adds to. */
  readonly writer: Kysely<Tables>
  /** Can select from `live` and nothing else. */
  readonly site: Reader
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  readonly listen: Listen
  /** Runs after each commit that touched tags, before `transact` resolves; and when another instance committed. Returns how to stop. */
  onTouched(handler: TouchedHandler): () => void
  /** Settles with the error when the embedded database has stopped by itself. */
  readonly failed: Promise<Error>
}
