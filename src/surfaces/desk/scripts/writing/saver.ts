/** How a text in the browser stands to the server. Times are milliseconds. */
export type SaverState = {
  mode: 'clean' | 'dirty' | 'saving' | 'saved' | 'offline' | 'signed out' | 'stale' | 'pen elsewhere' | 'refused'
  /** The number of the revision that the text was made from. */
  revision: number
  /** Counts the changes; the server has those up to `sent`, and is being sent those up to `sending`. */
  change: number
  sent: number
  sending: { change: number; since: number } | null
  /** When the first change was made that is not on its way. */
  waitingSince: number | null
  changedAt: number
  failures: number
  retryAt: number
  /** When the server last had it all. */
  savedAt: string | null
  /** Who holds the pen, where it is elsewhere. */
  holder: Holder | null
  /** Why the server will not have it. */
  refusal: string | null
}

/** Whoever holds the pen; `isOwn`: the same person, in another tab or at another computer. */
export type Holder = { name: string; since: string; isOwn: boolean }

/** What came of sending a text. */
export type SaveAnswer =
  | { kind: 'saved'; revision: number; savedAt: string }
  | { kind: 'away' }
  | { kind: 'signed out' }
  | { kind: 'stale' }
  | { kind: 'pen elsewhere'; holder: Holder }
  | { kind: 'refused'; message: string }

export type SaverEvent =
  | { type: 'changed'; at: number }
  | { type: 'sending'; at: number }
  | { type: 'answered'; answer: SaveAnswer; at: number; jitter: number }
  | { type: 'line is back'; at: number }
  | { type: 'signed in'; at: number }
  | { type: 'pen is free'; at: number }
  | { type: 'pen is lost'; holder: Holder }
  | { type: 'latest is shown'; revision: number }
  /** Of two texts; `isUnsent`: what was chosen is not what the server has. */
  | { type: 'fields are chosen'; revision: number; isUnsent: boolean; at: number }

const pause = 1500
const patience = 5000
const firstRetry = 1000
const longestRetry = 30_000

export const newSaver = (revision: number): SaverState => ({
  mode: 'clean',
  revision,
  change: 0,
  sent: 0,
  sending: null,
  waitingSince: null,
  changedAt: 0,
  failures: 0,
  retryAt: 0,
  savedAt: null,
  holder: null,
  refusal: null,
})

export const hasUnsent = (state: SaverState): boolean => state.change > state.sent

/** When the text is to be sent next; null: not before something happens. One is under way at a time. */
export function dueAt(state: SaverState): number | null {
  if (!hasUnsent(state) || state.sending) return null
  if (state.mode === 'offline') return state.retryAt
  if (state.mode !== 'dirty') return null
  return Math.min(state.changedAt + pause, (state.waitingSince ?? state.changedAt) + patience)
}

export function nextState(state: SaverState, event: SaverEvent): SaverState {
  switch (event.type) {
    case 'changed':
      return afterChange(state, event.at)
    case 'sending':
      return {
        ...state,
        mode: state.mode === 'offline' ? 'offline' : 'saving',
        sending: { change: state.change, since: event.at },
        waitingSince: null,
      }
    case 'answered':
      return afterAnswer({ ...state, sending: null }, state.sending?.change ?? state.sent, event)
    case 'line is back':
      return state.mode === 'offline' ? { ...state, retryAt: event.at } : state
    case 'signed in':
      return state.mode === 'signed out' ? due(state, event.at) : state
    case 'pen is free':
      return state.mode === 'pen elsewhere' ? due({ ...state, holder: null }, event.at) : state
    case 'pen is lost':
      return { ...state, mode: 'pen elsewhere', holder: event.holder }
    case 'latest is shown':
      return { ...state, revision: event.revision, sent: state.change, waitingSince: null }
    case 'fields are chosen':
      return due({ ...state, revision: event.revision, change: state.change + 1, sent: state.change + (event.isUnsent ? 0 : 1) }, event.at)
    default:
      return event satisfies never
  }
}

function afterChange(state: SaverState, at: number): SaverState {
  const begins = state.mode === 'clean' || state.mode === 'saved' || state.mode === 'refused'
  return {
    ...state,
    mode: begins ? 'dirty' : state.mode,
    change: state.change + 1,
    changedAt: at,
    waitingSince: state.waitingSince ?? at,
  }
}

// What waits is sent at once.
function due(state: SaverState, at: number): SaverState {
  if (!hasUnsent(state)) return { ...state, mode: state.savedAt === null ? 'clean' : 'saved' }
  return { ...state, mode: 'dirty', waitingSince: at - patience, failures: 0 }
}

function afterAnswer(state: SaverState, sent: number, { answer, at, jitter }: Extract<SaverEvent, { type: 'answered' }>): SaverState {
  const waits = { ...state, waitingSince: state.waitingSince ?? at }
  switch (answer.kind) {
    case 'saved': {
      const now = { ...state, sent, revision: answer.revision, savedAt: answer.savedAt, failures: 0, refusal: null }
      // Told meanwhile that another took the pen: this save came before.
      if (state.mode === 'pen elsewhere') return now
      return { ...now, mode: hasUnsent(now) ? 'dirty' : 'saved' }
    }
    case 'away': {
      if (state.mode === 'pen elsewhere') return waits
      const failures = state.failures + 1
      const wait = Math.min(longestRetry, firstRetry * 2 ** (failures - 1)) * (0.5 + jitter / 2)
      return { ...waits, mode: 'offline', failures, retryAt: at + wait }
    }
    case 'signed out':
    case 'stale':
      return { ...waits, mode: answer.kind }
    case 'pen elsewhere':
      return { ...waits, mode: 'pen elsewhere', holder: answer.holder }
    case 'refused':
      return { ...waits, mode: 'refused', refusal: answer.message }
    default:
      return answer satisfies never
  }
}
