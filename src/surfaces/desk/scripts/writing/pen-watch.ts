import type { HeldPen, KnownPen } from '../../writing/held-pen.ts'
import type { TextSaver } from './text-saver.ts'
import type { Transport } from './transport.ts'

const everyMs = 5000
const readingMs = 30_000

/** Takes the pen when writing begins, gives signs of life while the page is seen, and hears where it went. */
export class PenWatch {
  readonly #transport: Transport
  readonly #saver: TextSaver
  readonly #seat: () => string
  readonly #onLatest: (revision: number) => Promise<void>
  readonly #mayWrite: () => boolean
  readonly #onKnown: (known: KnownPen) => void
  #lookedAt = Date.now()
  #isHeld = false
  #timer: ReturnType<typeof setInterval>

  constructor(parts: {
    transport: Transport
    saver: TextSaver
    seat(): string
    /** There is a later revision than the one on the page. */
    onLatest(revision: number): Promise<void>
    mayWrite(): boolean
    /** The server has said how the text stands. */
    onKnown(known: KnownPen): void
  }) {
    this.#transport = parts.transport
    this.#saver = parts.saver
    this.#seat = parts.seat
    this.#onLatest = parts.onLatest
    this.#mayWrite = parts.mayWrite
    this.#onKnown = parts.onKnown
    this.#timer = setInterval(() => void (this.#isTime() && this.look()), everyMs)
  }

  get isHeld(): boolean {
    return this.#isHeld
  }

  /** What the page was printed with. */
  begin(pen: HeldPen | null): void {
    this.#isHeld = pen?.tab === this.#seat()
    this.#hear(pen)
  }

  /** At the first change: others see at once that someone writes. */
  async write(): Promise<void> {
    if (this.#isHeld || this.#saver.state.mode === 'pen elsewhere') return
    this.#isHeld = true
    await this.#renew()
  }

  async takeOver(): Promise<void> {
    const answer = await this.#transport.takePen(this.#seat(), true)
    if (answer.kind !== 'held') return
    this.#isHeld = true
    await this.#onLatest(answer.revision)
    this.#saver.tell({ type: 'pen is free', at: Date.now() })
  }

  async look(): Promise<void> {
    if (document.visibilityState === 'hidden' || this.#saver.state.mode === 'signed out') return
    this.#lookedAt = Date.now()
    if (this.#isHeld && this.#saver.state.mode !== 'pen elsewhere') return this.#renew()
    const known = await this.#transport.pen()
    if (!known) return
    this.#reach()
    this.#onKnown(known)
    await this.#onLatest(known.revision)
    this.#hear(known.pen)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #renew(): Promise<void> {
    const answer = await this.#transport.takePen(this.#seat())
    if (answer.kind === 'held') {
      this.#reach()
      return this.#onLatest(answer.revision)
    }
    if (answer.kind !== 'pen elsewhere' && answer.kind !== 'refused') return
    this.#isHeld = false
    // The story has been sent on, or is no longer given to whoever writes: asked once how it stands, and not for the pen again.
    if (answer.kind === 'refused') return this.look()
    this.#saver.tell({ type: 'pen is lost', holder: answer.holder })
  }

  // Whoever only reads asks rarely.
  #isTime(): boolean {
    return this.#mayWrite() || Date.now() - this.#lookedAt >= readingMs
  }

  // The server answers: what waits need not wait for its next try.
  #reach(): void {
    if (this.#saver.state.mode === 'offline') this.#saver.tell({ type: 'line is back', at: Date.now() })
  }

  #hear(pen: HeldPen | null): void {
    const { mode, holder } = this.#saver.state
    if (pen && pen.tab !== this.#seat()) {
      if (mode !== 'pen elsewhere' || holder?.since !== pen.since) {
        this.#saver.tell({ type: 'pen is lost', holder: { name: pen.holder, since: pen.since, isOwn: pen.tab !== null } })
      }
    } else if (mode === 'pen elsewhere') this.#saver.tell({ type: 'pen is free', at: Date.now() })
  }
}
