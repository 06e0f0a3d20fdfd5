/** A tab's place at an edition: it keeps it over reloads, and a tab that follows one that broke sits down in its place. */
export type Seat = { id: string; leave(): void }

const lockOf = (id: string): string => `dateline-seat:${id}`

/** The seats in which a tab of this browser sits now; none are known where the page is not served safely (https). */
export async function livingSeats(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? []
  return new Set(held.flatMap(({ name }) => (name?.startsWith(lockOf('')) ? [name.slice(lockOf('').length)] : [])))
}

/** The seat that this tab had, else an empty one, else a new one. */
export async function takeSeat(edition: string, findEmpty: () => Promise<string[]>): Promise<Seat> {
  const key = lockOf(edition)
  const own = sessionStorage.getItem(key)
  const seat = (own === null ? undefined : await sitDown(own, 4)) ?? (await firstEmpty(findEmpty)) ?? (await sitDown(newSeat(), 1))
  const taken = seat ?? { id: newSeat(), leave: () => undefined }
  sessionStorage.setItem(key, taken.id)
  return taken
}

async function firstEmpty(findEmpty: () => Promise<string[]>): Promise<Seat | undefined> {
  if (!navigator.locks) return undefined
  for (const id of await findEmpty()) {
    const seat = await sitDown(id, 1)
    if (seat) return seat
  }
  return undefined
}

// A page that is reloaded may still be getting up. A tab that was duplicated has the seat of its twin, who stays.
async function sitDown(id: string, tries: number): Promise<Seat | undefined> {
  if (!navigator.locks) return isReload() || tries === 1 ? { id, leave: () => undefined } : undefined
  for (let left = tries; left > 0; left -= 1) {
    const leave = await lock(lockOf(id))
    if (leave) return { id, leave }
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, 80))
  }
  return undefined
}

function lock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (held) => {
      if (!held) return resolve(undefined)
      return new Promise<void>((leave) => resolve(() => leave()))
    })
  })
}

const isReload = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && (entry.type === 'reload' || entry.type === 'back_forward'))

// randomUUID is not there on a page that is not served safely.
const newSeat = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
