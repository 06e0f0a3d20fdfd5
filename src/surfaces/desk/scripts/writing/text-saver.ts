import type { FormValues } from '../../writing/form-fields.ts'
import type { SaveAnswer, SaverEvent, SaverState } from './saver.ts'
import { dueAt, hasUnsent, newSaver, nextState } from './saver.ts'
import type { TextToSend, Transport } from './transport.ts'

type Saved = Awaited<ReturnType<Transport['save']>> & { kind: 'saved' }

export type SaverParts = {
  revision: number
  transport: Transport
  member: string
  read(): FormValues
  seat(): string
  onState(state: SaverState): void
  onSaved(answer: Saved, fields: FormValues): void
  onStale(): void
}

/** Runs the saver: sends what is due, one text at a time, and tells what became of it. */
export class TextSaver {
  readonly #parts: SaverParts
  #state: SaverState
  #timer: ReturnType<typeof setTimeout> | undefined
  #underWay: Promise<void> | undefined
  #order = 0

  constructor(parts: SaverParts) {
    this.#parts = parts
    this.#state = newSaver(parts.revision)
  }

  get state(): SaverState {
    return this.#state
  }

  /** What happens, happens; what is due then is sent when it is due. */
  tell(event: SaverEvent): void {
    this.#state = nextState(this.#state, event)
    clearTimeout(this.#timer)
    const due = dueAt(this.#state)
    if (due !== null) this.#timer = setTimeout(() => void this.#send(true), Math.max(0, due - Date.now()))
    this.#parts.onState(this.#state)
  }

  /** Sends what is not sent yet without waiting for a pause; says whether the server has it all. */
  async flush(isAutosave = true): Promise<boolean> {
    for (let tries = 0; tries < 3 && (this.#underWay || this.#isToSend()); tries += 1) await (this.#underWay ?? this.#send(isAutosave))
    return !hasUnsent(this.#state)
  }

  /** The page goes: what is unsent goes with a request that outlives it, and the pen is put down. */
  leave(holdsPen: boolean): void {
    clearTimeout(this.#timer)
    if (this.#isToSend()) void this.#parts.transport.save(this.#textToSend(this.#parts.read(), true, true))
    else if (holdsPen) this.#parts.transport.putDownPen(this.#parts.seat())
  }

  #isToSend(): boolean {
    return hasUnsent(this.#state) && ['dirty', 'saving', 'offline', 'refused'].includes(this.#state.mode)
  }

  #send(isAutosave: boolean): Promise<void> {
    this.#underWay ??= this.#sendOne(isAutosave).finally(() => (this.#underWay = undefined))
    return this.#underWay
  }

  async #sendOne(isAutosave: boolean): Promise<void> {
    this.tell({ type: 'sending', at: Date.now() })
    const fields = this.#parts.read()
    const answer = await this.#parts.transport.save(this.#textToSend(fields, isAutosave, false))
    if (answer.kind === 'saved') this.#parts.onSaved(answer, fields)
    this.tell({ type: 'answered', answer: answer satisfies SaveAnswer, at: Date.now(), jitter: Math.random() })
    if (answer.kind === 'stale') this.#parts.onStale()
  }

  #textToSend(fields: FormValues, isAutosave: boolean, isLeaving: boolean): TextToSend {
    // A clock that is set back must not make a later save look like an earlier one.
    this.#order = Math.max(this.#order + 1, Date.now())
    const { member, seat } = this.#parts
    return { fields, madeFrom: this.#state.revision, member, tab: seat(), order: this.#order, isAutosave, isLeaving }
  }
}
