import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { madeByTransact, type Database, type Transaction } from './database.ts'
import { Listener } from './listener.ts'
import type { Tables } from './tables.ts'
import { announce, readAnnouncement, touchedBy, touchedChannel, type Touched, type TouchedHandler } from './touches.ts'

export interface Connection {
  readonly config: pg.PoolConfig
  readonly isEmbedded: boolean
  readonly failed: Promise<Error>
  /** What to close after the pools. */
  readonly host: AsyncDisposable | undefined
}

/** A Database over any server that speaks PostgreSQL. Connects when first used. */
export function connect({ config, isEmbedded, failed, host }: Connection): Database {
  const instance = randomUUID()
  const shared: pg.PoolConfig = { ...config, max: isEmbedded ? 4 : 10, connectionTimeoutMillis: 3_000, keepAlive: true, types }
  const owner = kyselyOn({ ...shared, max: 1, application_name: 'dateline owner' })
  const writer = kyselyOn({ ...shared, application_name: 'dateline', options: '-c role=dateline_desk' })
  const site = kyselyOn({ ...shared, application_name: 'dateline site', options: '-c role=dateline_site -c statement_timeout=10000' })
  const listener = new Listener({ ...config, connectionTimeoutMillis: 3_000, keepAlive: true })
  const touches = new TouchBook(instance, listener)
  return {
    instance,
    isEmbedded,
    failed,
    owner,
    writer,
    site,
    listen: listener.listen,
    transact: (work) => transact(writer, instance, touches, work),
    onTouched: (handler) => touches.add(handler),
    async [Symbol.asyncDispose]() {
      await Promise.all([owner.destroy(), writer.destroy(), site.destroy(), listener[Symbol.asyncDispose]()])
      await host?.[Symbol.asyncDispose]()
    },
  }
}

function kyselyOn(config: pg.PoolConfig): Kysely<Tables> {
  const pool = new pg.Pool(config)
  // A lost connection fails the question that it carried, and the next question opens another: here is nothing more to do. A pool listens only
  // to its idle connections.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

async function transact<T>(
  writer: Kysely<Tables>,
  instance: string,
  touches: TouchBook,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const tags = new Set<string>()
  const touch = (more: Iterable<string>): void => {
    for (const tag of more) tags.add(tag)
  }
  const result = await writer.transaction().execute(async (plain) => {
    const done = await work(Object.assign(plain, { [madeByTransact]: true as const, touch }))
    if (tags.size > 0) await announce(plain, instance, touchedBy(tags))
    return done
  })
  if (tags.size > 0) touches.tell(touchedBy(tags), 'here')
  return result
}

/** Who wants to know of touched tags; listens to the other instances from the first one on. */
class TouchBook {
  readonly #instance: string
  readonly #listener: Listener
  readonly #handlers = new Set<TouchedHandler>()
  #isListening = false

  constructor(instance: string, listener: Listener) {
    this.#instance = instance
    this.#listener = listener
  }

  add(handler: TouchedHandler): () => void {
    this.#handlers.add(handler)
    if (!this.#isListening) void this.#listenElsewhere()
    return () => this.#handlers.delete(handler)
  }

  tell(touched: Touched, origin: 'here' | 'elsewhere'): void {
    for (const handler of this.#handlers) handler(touched, origin)
  }

  async #listenElsewhere(): Promise<void> {
    this.#isListening = true
    const ears = {
      onNotification: (payload: string) => {
        const touched = readAnnouncement(payload, this.#instance)
        if (touched) this.tell(touched, 'elsewhere')
      },
      onGap: () => this.tell({ all: true }, 'elsewhere'),
    }
    while (!this.#listener.isEnded) {
      try {
        return void (await this.#listener.listen(touchedChannel, ears))
      } catch {
        // The database is away; what was touched meanwhile is not known.
        await wait(1_000, undefined, { ref: false })
        ears.onGap()
      }
    }
  }
}

// Days are text, 'YYYY-MM-DD': a day has no time zone to be wrong about. Counts are numbers.
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
    if (oid === pg.types.builtins.DATE) return String
    if (oid === pg.types.builtins.INT8) return Number
    return pg.types.getTypeParser(oid, 'text')
  },
}
