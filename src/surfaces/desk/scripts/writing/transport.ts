import type { FormValues } from '../../writing/form-fields.ts'
import type { KnownPen } from '../../writing/held-pen.ts'
import type { ShownFault } from '../../words/faults-in-words.ts'
import type { SaveAnswer } from './saver.ts'
import type { Sheet } from './sheet.ts'

type Around = { state?: string; panels?: { [name: string]: string }; faults?: ShownFault[] }
export type LatestText = { revision: number; savedBy: string; savedAt: string; fields: FormValues }
export type TextToSend = {
  fields: FormValues
  madeFrom: number
  member: string
  tab: string
  order: number
  isAutosave: boolean
  /** The page is going: the request outlives it, and the pen is put down after. */
  isLeaving: boolean
}

const patience = 20_000
const largestKeptAlive = 60_000

/** How a writing page speaks to the server of one edition. Nothing here throws: what does not arrive whole is away. */
export class Transport {
  readonly #to: Sheet['addresses']
  readonly #form: HTMLFormElement

  constructor({ addresses, form }: Sheet) {
    this.#to = addresses
    this.#form = form
  }

  async save({ fields, ...about }: TextToSend): Promise<SaveAnswer & Around> {
    const form = new URLSearchParams()
    for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value)
    for (const [name, value] of Object.entries(about)) if (value !== false) form.set(name, value === true ? 'yes' : String(value))
    const isKeptAlive = about.isLeaving && form.toString().length < largestKeptAlive
    const answer = await ask<{ revision: number; savedAt: string } & Around>(this.#to.text, form, isKeptAlive)
    this.#tell(answer.said && { ...answer.said, sent: fields })
    return answer.said ? { ...answer.said, kind: 'saved' } : answer.refusal
  }

  async latest(): Promise<LatestText | undefined> {
    const { said } = await ask<LatestText>(this.#to.text)
    this.#tell(said)
    return said
  }

  /** Who holds the pen; undefined: not known now. */
  async pen(): Promise<KnownPen | undefined> {
    return (await ask<KnownPen>(this.#to.pen)).said
  }

  /** Takes the pen, or says that it is still in use. */
  async takePen(tab: string, takeOver = false): Promise<{ kind: 'held'; revision: number } | SaveAnswer> {
    const form = new URLSearchParams({ tab, takeOver: takeOver ? 'yes' : '' })
    const answer = await ask<{ revision: number }>(this.#to.pen, form)
    return answer.said ? { ...answer.said, kind: 'held' } : answer.refusal
  }

  putDownPen(tab: string): void {
    void ask(this.#to.penDown, new URLSearchParams({ tab }), true)
  }

  // For what else on the page goes by the text.
  #tell(detail: object | undefined): void {
    if (detail) this.#form.dispatchEvent(new CustomEvent('desk:heard', { detail }))
  }
}

type Answered<T> = { said: T; refusal?: never } | { said?: undefined; refusal: SaveAnswer }

const away = { refusal: { kind: 'away' } } as const

async function ask<T>(address: string, body?: URLSearchParams, keepalive = false): Promise<Answered<T>> {
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      keepalive,
      signal: AbortSignal.timeout(patience),
      ...(body && { method: 'POST', body }),
    })
    if (answer.status === 401) return { refusal: { kind: 'signed out' } }
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return away
    return answer.ok ? { said: await answer.json() } : { refusal: refusalOf(await answer.json()) }
  } catch {
    return away
  }
}

type Problem = { code?: string; message?: string; holder?: string; since?: string; isOwn?: boolean }

function refusalOf({ code, message, holder = '', since = '', isOwn = false }: Problem): SaveAnswer {
  if (code === 'stale-revision' || code === 'source-changed') return { kind: 'stale' }
  if (code === 'pen-elsewhere') return { kind: 'pen elsewhere', holder: { name: holder, since, isOwn } }
  return { kind: 'refused', message: message ?? '' }
}
