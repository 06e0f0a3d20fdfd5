import { filled } from '#lib/filled.ts'

import type { FormValues } from '../../writing/form-fields.ts'
import { hourOf } from '../script-words.ts'
import type { Choice } from './choose-fields.ts'
import { compareFields, mergeFields } from './compare-fields.ts'
import { putValues, readValues } from './form-values.ts'
import type { KeptText } from './kept-text.ts'
import type { LocalStore } from './local-store.ts'
import type { Sheet } from './sheet.ts'
import { partOf } from './sheet.ts'
import type { TextSaver } from './text-saver.ts'
import type { LatestText, Transport } from './transport.ts'

type Parts = {
  sheet: Sheet
  store: LocalStore
  saver: TextSaver
  transport: Transport
  /** The form says what was chosen; it is made from this. */
  onChosen(base: FormValues): void
}

const retryMs = 2000

/** What compares two texts comes when there are two: before the line is gone, where one of them is kept here. */
const comparing = () => import('./choose-fields.ts')

/** Where two texts of one story meet: nothing is overwritten, someone chooses, and what was not chosen is kept in the browser. */
export class TwoTexts {
  readonly #parts: Parts
  #listed: KeptText[] = []
  #panel: HTMLElement | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Somebody else saved first. */
  async meet(base: FormValues): Promise<void> {
    const { sheet, transport } = this.#parts
    const latest = await transport.latest()
    if (!latest) return void setTimeout(() => void this.meet(base), retryMs)
    const mine = readValues(sheet.form)
    const differences = compareFields(base, mine, latest.fields)
    // Nobody else touched what was written here: it goes on from theirs.
    if (differences.every(({ changedBy }) => changedBy === 'me'))
      return this.#choose(mine, latest, new Set(differences.map(({ field }) => field)))
    const name = latest.savedBy || sheet.words.nobody
    await this.#show({
      form: sheet.form,
      differences,
      words: sheet.words,
      title: filled(sheet.words.met, { name, at: hourOf(latest.savedAt) }),
      mine: sheet.words.mine,
      theirs: filled(sheet.words.theirs, { name }),
      choose: (keepMine) => {
        const isGivenUp = differences.some(({ field, changedBy }) => !keepMine.has(field) && changedBy !== 'them')
        const isOutdone = differences.some(({ field, changedBy }) => keepMine.has(field) && changedBy !== 'me')
        if (isGivenUp) this.#putAside(mine, latest)
        if (isOutdone) this.#putAside(latest.fields, latest)
        this.#choose(mine, latest, keepMine)
      },
    })
  }

  /** What this browser keeps of the story besides what is in the form. */
  list(listed: KeptText[]): void {
    this.#listed = listed
    if (listed.length > 0) comparing().catch(() => undefined)
    const place = partOf('kept')
    if (!place) return
    place.hidden = listed.length === 0
    if (listed.length === 0) place.replaceChildren()
    else void this.#listIn(place)
  }

  async #listIn(place: HTMLElement): Promise<void> {
    const { keptList } = await import('./kept-list.ts')
    const acts = {
      sheet: this.#parts.sheet,
      show: (choice: Choice) => this.#show(choice),
      close: () => this.#close(),
      throwAway: (kept: KeptText) => this.#throwAway(kept),
    }
    place.replaceChildren(...keptList(this.#listed, acts))
  }

  showAgain(): void {
    this.list(this.#listed)
    if (this.#panel) partOf('choices')?.replaceChildren(this.#panel)
  }

  #choose(mine: FormValues, latest: LatestText, keepMine: ReadonlySet<string>): void {
    const { sheet, saver, onChosen } = this.#parts
    this.#close()
    putValues(sheet.form, mergeFields(latest.fields, mine, keepMine))
    onChosen(latest.fields)
    saver.tell({ type: 'fields are chosen', revision: latest.revision, isUnsent: keepMine.size > 0, at: Date.now() })
  }

  #putAside(fields: FormValues, { revision, fields: base }: LatestText): void {
    const { edition, member } = this.#parts.sheet
    const at = Date.now()
    const about = { id: `${edition}-${at}-${this.#listed.length}`, edition, member, madeFrom: revision, at, isSent: false, isAside: true }
    const kept: KeptText = { ...about, base, fields }
    this.list([kept, ...this.#listed])
    void this.#parts.store.put(kept)
  }

  #throwAway(kept: KeptText): void {
    this.list(this.#listed.filter((one) => one !== kept))
    void this.#parts.store.remove(kept.id)
  }

  async #show(choice: Choice): Promise<void> {
    const { choicePanel } = await comparing()
    const panel = choicePanel(choice)
    this.#panel = panel
    partOf('choices')?.replaceChildren(panel)
    panel.querySelector('h2')?.focus()
  }

  #close(): void {
    this.#panel = undefined
    partOf('choices')?.replaceChildren()
  }
}
