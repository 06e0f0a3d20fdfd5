/** A tab's place at an edition: it keeps it over reloads, and a tab that follows one that broke sits down in its place. */
export type Seat = { id: string; leave(): void }

const lockOf = (id: string): string => `dateline-seat:${id}`
const channel = 'dateline-seats'
const answerMs = 300
const patienceMs = 5000

/** The seats in which a tab of this browser answers that it sits; none are known where the page is not served safely (https). */
export async function livingSeats(own?: string): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? []
  if (!held.some(({ name }) => name?.startsWith(lockOf('')) && name !== lockOf(own ?? ''))) return new Set()
  const answers = new BroadcastChannel(channel)
  const living = new Set<string>()
  answers.addEventListener('message', ({ data }) => void (typeof data === 'string' && living.add(data)))
  answers.postMessage(null)
  await new Promise((resolve) => setTimeout(resolve, answerMs))
  answers.close()
  return living
}

/** The seat that this tab had, else an empty one, else a new one. */
export async function takeSeat(edition: string, findEmpty: () => Promise<string[]>): Promise<Seat> {
  const key = lockOf(edition)
  const own = sessionStorage.getItem(key)
  const seat =
    (own === null ? undefined : await sitDown(own)) ??
    (await firstEmpty(async () => [...(await findEmpty()), ...satHere(edition)])) ??
    (await sitDown(newSeat()))
  const taken = seat ?? { id: newSeat(), leave: () => undefined }
  sessionStorage.setItem(key, taken.id)
  rememberSeat(edition, taken.id)
  return taken
}

const satAtMost = 4

/** The seats that tabs of this browser had at an edition, the last first: one that broke before it kept a word still holds the pen from there. */
function satHere(edition: string): string[] {
  try {
    const seats: unknown = JSON.parse(localStorage.getItem(lockOf(edition)) ?? '[]')
    return Array.isArray(seats) ? seats.filter((seat) => typeof seat === 'string') : []
  } catch {
    return []
  }
}

function rememberSeat(edition: string, id: string): void {
  try {
    const seats = [id, ...satHere(edition).filter((seat) => seat !== id)].slice(0, satAtMost)
    localStorage.setItem(lockOf(edition), JSON.stringify(seats))
  } catch {
    // A browser that keeps nothing waits for the pen instead.
  }
}

async function firstEmpty(findEmpty: () => Promise<string[]>): Promise<Seat | undefined> {
  if (!navigator.locks) return undefined
  for (const id of await findEmpty()) {
    const seat = await sitDown(id)
    if (seat) return seat
  }
  return undefined
}

// A page that is reloaded, or a tab that broke, may still be getting up: waited for. The twin of a tab that was duplicated says that it stays.
async function sitDown(id: string): Promise<Seat | undefined> {
  if (!navigator.locks) return isReload() ? { id, leave: () => undefined } : undefined
  const leave =
    (await lock(id, { ifAvailable: true })) ??
    ((await livingSeats()).has(id) ? undefined : await lock(id, { signal: AbortSignal.timeout(patienceMs) }))
  if (!leave) return undefined
  const answers = new BroadcastChannel(channel)
  answers.addEventListener('message', ({ data }) => void (data === null && answers.postMessage(id)))
  return { id, leave: () => (answers.close(), leave()) }
}

function lock(id: string, how: LockOptions): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    const asked = navigator.locks.request(lockOf(id), how, (held) => {
      if (!held) return resolve(undefined)
      return new Promise<void>((leave) => resolve(() => leave()))
    })
    // Waited long enough.
    asked.catch(() => resolve(undefined))
  })
}

const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && (entry.type === 'reload' || entry.type === 'back_forward'))

// randomUUID is not there on a page that is not served safely.
const newSeat = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
