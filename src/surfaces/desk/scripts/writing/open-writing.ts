import type { HeldPen, KnownPen } from '../../writing/held-pen.ts'
import type { FormValues } from '../../writing/form-fields.ts'
import type { ScriptWords } from '../script-words.ts'
import { BodyField } from './body-field.ts'
import { fillFromChips } from './chips.ts'
import { saysSameForm } from './compare-fields.ts'
import { putValues, readValues } from './form-values.ts'
import type { KeptText } from './kept-text.ts'
import { emptySeats, sortKept } from './kept-text.ts'
import { followText } from './live-parts.ts'
import type { LocalStore } from './local-store.ts'
import { openLocalStore } from './local-store.ts'
import { showPanels, showRevision } from './panels.ts'
import { PenWatch } from './pen-watch.ts'
import { hasUnsent } from './saver.ts'
import type { SaverState } from './saver.ts'
import type { Seat } from './seat.ts'
import { livingSeats, takeSeat } from './seat.ts'
import type { Sheet } from './sheet.ts'
import { partOf, printedWith, readSheet, reprint } from './sheet.ts'
import { showStatus } from './status.ts'
import { TextKeeper } from './text-keeper.ts'
import { TextMarks } from './text-marks.ts'
import { TextSaver } from './text-saver.ts'
import { Transport } from './transport.ts'
import { TwoTexts } from './two-texts.ts'

const patience = 3000

/** A text that is open for writing in this tab. */
export class OpenText {
  readonly sheet: Sheet
  readonly #store: LocalStore
  readonly #seat: Seat
  readonly #transport: Transport
  readonly #saver: TextSaver
  readonly #keeper: TextKeeper
  readonly #pen: PenWatch
  readonly #marks: TextMarks
  readonly #two: TwoTexts
  readonly #body: BodyField | undefined
  readonly #ends = new AbortController()
  #base: FormValues
  #isKept = true
  #isEditorMissing = false
  #stateNews: string | null = null
  /** The labels of what the server could not keep of what it was sent last. */
  #notKept: string[] = []

  static async open(place: HTMLElement, words: ScriptWords): Promise<OpenText | undefined> {
    const sheet = readSheet(place, words)
    if (!sheet) return undefined
    const store = await openLocalStore()
    const find = () => store.find(sheet.edition, sheet.member).catch(() => [])
    const seat = await takeSeat(sheet.edition, async () => emptySeats(await find(), await livingSeats()))
    const text = new OpenText(sheet, store, seat)
    // Asked when the seat is ours: whoever sat in it may have written until then.
    await text.#begin(await find())
    return text
  }

  private constructor(sheet: Sheet, store: LocalStore, seat: Seat) {
    this.sheet = sheet
    this.#store = store
    this.#seat = seat
    this.#transport = new Transport(sheet)
    this.#body = BodyField.of(sheet, (id, how) => this.#marks.open(id, how))
    this.#base = readValues(sheet.form, 'printed')
    this.#marks = new TextMarks(sheet, () => this.#body)
    this.#saver = new TextSaver({
      revision: Number(printedWith<number>('revisionNow')),
      transport: this.#transport,
      member: sheet.member,
      seat: () => seat.id,
      read: () => readValues(sheet.form),
      onState: (state) => this.#show(state),
      onSaved: ({ revision, state, panels, faults = [] }, fields) => {
        this.#base = fields
        this.#keeper.touch()
        if (this.#ends.signal.aborted) return
        showRevision(sheet, revision)
        showPanels(panels ?? {})
        partOf('told')?.replaceChildren()
        if (faults.length > 0 || sheet.form.querySelector('[data-fault]'))
          void import('./show-faults.ts').then(({ showFaults }) => showFaults(sheet.form, faults))
        this.#notKept = faults.map(({ label }) => label)
        if (state !== undefined) reprint('state', state)
        this.#marks.show()
      },
      onStale: () => void this.#two.meet(this.#base),
    })
    this.#keeper = new TextKeeper(
      store,
      () => this.#kept(),
      (isKept) => this.#setKept(isKept),
    )
    const saver = this.#saver
    this.#pen = new PenWatch({
      transport: this.#transport,
      saver,
      seat: () => seat.id,
      onLatest: (revision) => this.#follow(revision),
      mayWrite: () => sheet.mayWrite,
      onKnown: (known) => this.#hear(known),
    })
    this.#two = new TwoTexts({ sheet, store, saver, transport: this.#transport, onChosen: (base) => this.#chosen(base) })
  }

  /** Everything that is unsent is sent; false: it could not be. */
  flush(isAutosave = true): Promise<boolean> {
    return this.#saver.flush(isAutosave)
  }

  /** Turbo has changed the page around the text. */
  showAgain(): void {
    this.sheet.mayWrite = printedWith<string>('mayWrite') !== null
    this.#stateNews = null
    this.#show(this.#saver.state)
    if (this.#saver.state.savedAt !== null || hasUnsent(this.#saver.state)) showRevision(this.sheet, this.#saver.state.revision)
    this.#marks.show()
    this.#two.showAgain()
    void this.#follow(Number(printedWith<number>('revisionNow')))
  }

  /** Another page comes; the scripts stay and see what is unsent to the server. */
  async close(): Promise<void> {
    this.#ends.abort()
    this.#pen.stop()
    this.#marks.stop()
    this.#keeper.writeNow()
    await Promise.race([this.#saver.flush(), new Promise((resolve) => setTimeout(resolve, patience))])
    this.#saver.leave(this.#pen.isHeld)
    await this.#keeper.write()
    this.#body?.destroy()
    this.#seat.leave()
  }

  async #begin(kept: KeptText[]): Promise<void> {
    const { goOn, listed } = sortKept(kept, { seat: this.#seat.id, living: await livingSeats(this.#seat.id) })
    const typed = readValues(this.sheet.form)
    const hasTyped = !saysSameForm(typed, this.#base)
    followText(this.sheet)
    fillFromChips(this.sheet)
    this.#listen()
    this.#pen.begin(printedWith<HeldPen>('pen'))
    if (goOn && this.sheet.mayWrite && !hasTyped) this.#goOn(goOn)
    else if (hasTyped) this.#changed()
    // A field that is not on the page any more goes on in the list.
    const isWhole = goOn !== undefined && Object.keys(goOn.fields).every((field) => typed[field])
    const isGoingOn = isWhole && this.sheet.mayWrite && !hasTyped
    this.#two.list(isGoingOn || !goOn ? listed : [await this.#putAside(goOn), ...listed])
    this.#show(this.#saver.state)
    await this.#mountBody()
  }

  // What this tab, or one that broke, had not sent yet. The server says whether somebody else was faster.
  #goOn(kept: KeptText): void {
    this.#base = kept.base
    putValues(this.sheet.form, kept.fields)
    this.#saver.tell({ type: 'fields are chosen', revision: kept.madeFrom, isUnsent: true, at: Date.now() })
    void this.#pen.write()
  }

  async #putAside(kept: KeptText): Promise<KeptText> {
    const aside = { ...kept, id: `${kept.id}-${kept.at}`, isAside: true }
    await this.#store.put(aside)
    // Where the tab writes on, its own text takes that place.
    if (!this.sheet.mayWrite) await this.#store.remove(kept.id)
    return aside
  }

  async #mountBody(): Promise<void> {
    this.#isEditorMissing = (await this.#body?.mount()) === false
    if (this.#isEditorMissing) addEventListener('online', () => void this.#mountBody(), { once: true, signal: this.#ends.signal })
    this.#show(this.#saver.state)
    this.#marks.show()
  }

  #listen(): void {
    const { signal } = this.#ends
    const { form } = this.sheet
    const now = () => Date.now()
    form.addEventListener('input', () => this.#changed(), { signal })
    form.addEventListener('change', () => this.#changed(), { signal })
    addEventListener('online', () => (this.#saver.tell({ type: 'line is back', at: now() }), void this.#pen.look()), { signal })
    addEventListener('pagehide', () => (this.#keeper.writeNow(), this.#saver.leave(this.#pen.isHeld)), { signal })
    addEventListener('pageshow', ({ persisted }) => void (persisted && this.#pen.look()), { signal })
    const seen = () => {
      if (document.visibilityState === 'hidden') return (this.#keeper.writeNow(), void this.#saver.flush())
      this.#saver.tell({ type: 'signed in', at: now() })
      void this.#pen.look()
    }
    document.addEventListener('visibilitychange', seen, { signal })
    const warn = (event: Event) => void (!this.#isKept && hasUnsent(this.#saver.state) && event.preventDefault())
    addEventListener('beforeunload', warn, { signal })
    // Another tab of the desk was opened: whoever was signed out may be back.
    const others = new BroadcastChannel('dateline-desk')
    others.addEventListener('message', () => this.#saver.tell({ type: 'signed in', at: now() }), { signal })
    signal.addEventListener('abort', () => others.close())
  }

  #changed(): void {
    if (!hasUnsent(this.#saver.state) && saysSameForm(readValues(this.sheet.form), this.#base)) return
    this.#saver.tell({ type: 'changed', at: Date.now() })
    this.#keeper.touch()
    void this.#pen.write()
  }

  // Whoever only reads, or waits for the pen, sees what others save.
  async #follow(revision: number): Promise<void> {
    const { state } = this.#saver
    const isIdle = () => !hasUnsent(this.#saver.state) && !this.#saver.state.sending && this.#saver.state.revision === state.revision
    if (revision <= state.revision || !isIdle()) return
    const latest = await this.#transport.latest()
    if (!latest || !isIdle()) return
    this.#base = latest.fields
    putValues(this.sheet.form, latest.fields)
    this.#saver.tell({ type: 'latest is shown', revision: latest.revision })
    showRevision(this.sheet, latest.revision)
  }

  // The page was printed of a story that stood otherwise: what it offers may no longer be done.
  #hear({ state, stateName, mayWrite }: KnownPen): void {
    const isNews = state !== printedWith<string>('state') || mayWrite !== this.sheet.mayWrite
    if (!isNews || this.#saver.state.sending) return
    this.sheet.mayWrite &&= mayWrite
    this.#stateNews = stateName
    this.#show(this.#saver.state)
  }

  #chosen(base: FormValues): void {
    this.#base = base
    this.#keeper.touch()
  }

  #kept(): KeptText {
    const { edition, member, form } = this.sheet
    const { state } = this.#saver
    const text = { madeFrom: state.revision, base: this.#base, fields: readValues(form), at: Date.now() }
    return { id: this.#seat.id, edition, member, ...text, isSent: !hasUnsent(state), isAside: false }
  }

  #setKept(isKept: boolean): void {
    const isNews = isKept !== this.#isKept
    this.#isKept = isKept
    if (isNews) this.#show(this.#saver.state)
  }

  #show(state: SaverState): void {
    // What is around it by then belongs to another text.
    if (this.#ends.signal.aborted) return
    const isOpen = this.sheet.mayWrite && state.mode !== 'stale' && state.mode !== 'pen elsewhere'
    for (const part of this.sheet.form.querySelectorAll<HTMLFieldSetElement>('fieldset')) part.disabled = !isOpen
    const save = partOf('save')
    if (save instanceof HTMLButtonElement) save.disabled = !isOpen
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-replace]')) button.disabled = !isOpen
    this.#body?.setEditable(isOpen)
    const takeOver = () => void this.#pen.takeOver()
    const { words, addresses } = this.sheet
    showStatus({
      state,
      words,
      signIn: addresses.signIn,
      isKept: this.#isKept,
      isEditorMissing: this.#isEditorMissing,
      stateNews: this.#stateNews,
      notKept: this.#notKept,
      takeOver,
    })
  }
}
