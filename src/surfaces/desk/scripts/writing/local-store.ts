import type { KeptText } from './kept-text.ts'
import { isPast, newestOfEach } from './kept-text.ts'

/** The browser's own store of texts. Where its database is closed to us the small store does for all of it. */
export type LocalStore = {
  put(kept: KeptText): Promise<void>
  /** At once, before the page goes: there may be no time for a database. */
  putNow(kept: KeptText): void
  remove(id: string): Promise<void>
  /** What a member wrote of an edition, newest first. */
  find(edition: string, member: string): Promise<KeptText[]>
}

const prefix = 'dateline-text:'
const table = 'texts'

export async function openLocalStore(): Promise<LocalStore> {
  const db = await openDatabase().catch(() => undefined)
  const run = async <T>(mode: IDBTransactionMode, act: (texts: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => {
    if (!db) return undefined
    const transaction = db.transaction(table, mode)
    const request = act(transaction.objectStore(table))
    await done(transaction)
    return request.result
  }
  const remove = async (id: string): Promise<void> => {
    localStorage.removeItem(prefix + id)
    await run('readwrite', (texts) => texts.delete(id))
  }
  return {
    async put(kept) {
      if (!db) return putSmall(kept)
      await run('readwrite', (texts) => texts.put(kept))
      const small = readSmall(prefix + kept.id)
      if (small && small.at <= kept.at) localStorage.removeItem(prefix + kept.id)
    },
    putNow: putSmall,
    remove,
    async find(edition, member) {
      const kept: KeptText[] = (await run('readonly', (texts) => texts.getAll())) ?? []
      const all = newestOfEach([...kept, ...smallOnes()])
      const past = all.filter((one) => isPast(one, Date.now()))
      for (const one of past) await remove(one.id)
      return all.filter((one) => one.edition === edition && one.member === member && !past.includes(one))
    },
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dateline-desk', 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(table, { keyPath: 'id' }))
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('closed')))
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })
}

function putSmall(kept: KeptText): void {
  localStorage.setItem(prefix + kept.id, JSON.stringify(kept))
}

function smallOnes(): KeptText[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    return keys.filter((key) => key.startsWith(prefix)).flatMap((key) => readSmall(key) ?? [])
  } catch {
    return []
  }
}

function readSmall(key: string): KeptText | undefined {
  try {
    const kept: KeptText | null = JSON.parse(localStorage.getItem(key) ?? 'null')
    return kept ?? undefined
  } catch {
    return undefined
  }
}
