import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export interface ListenHandlers {
  readonly onNotification: (payload: string) => void
  /** The connection was lost and is back: anything may have been said meanwhile. */
  readonly onGap: () => void
}

/** Hears a channel until the returned function is called; resolves once it is heard. */
export type Listen = (channel: string, handlers: ListenHandlers) => Promise<() => void>

/** One connection that listens, for as long as there is somebody to tell, through every loss of the database. */
export class Listener implements AsyncDisposable {
  readonly #config: pg.ClientConfig
  readonly #listeners = new Map<string, Set<ListenHandlers>>()
  readonly #end = new AbortController()
  #client: pg.Client | undefined
  #connecting: Promise<pg.Client> | undefined

  constructor(config: pg.ClientConfig) {
    this.#config = config
  }

  readonly listen: Listen = async (channel, handlers) => {
    const client = this.#client ?? (await (this.#connecting ??= this.#connect()))
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners.add(handlers))
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    return () => listeners.delete(handlers)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end.abort()
    await this.#client?.end()
  }

  /** Whether it was closed, and will hear nothing any more. */
  get isEnded(): boolean {
    return this.#end.signal.aborted
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#config, application_name: 'dateline listener' })
    client.on('error', () => undefined) // 'end' follows
    try {
      await client.connect()
    } catch (error) {
      this.#connecting = undefined
      throw error
    }
    client.on('notification', ({ channel, payload }) => this.#listeners.get(channel)?.forEach((one) => one.onNotification(payload ?? '')))
    client.once('end', () => void this.#reconnect())
    this.#client = client
    return client
  }

  async #reconnect(): Promise<void> {
    this.#client = undefined
    this.#connecting = undefined
    for (let pause = 100; !this.#end.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
      try {
        await wait(pause, undefined, { signal: this.#end.signal, ref: false })
        const client = await (this.#connecting ??= this.#connect())
        for (const channel of this.#listeners.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
        for (const listeners of this.#listeners.values()) listeners.forEach((one) => one.onGap())
        return
      } catch {
        // Absent still: the next round tries again, or the database is being closed.
      }
    }
  }
}
