import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'

/** What every operation needs: the archive and the time. */
export type Newsroom = {
  db: Database
  clock: Clock
  /** Where it is on the web, without a slash at its end; absent: only links without a host are known as its own. */
  origin?: string
}
