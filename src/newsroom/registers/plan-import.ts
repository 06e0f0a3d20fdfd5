import { setImmediate } from 'node:timers/promises'

import { hashOf } from '#lib/canonical-json.ts'
import type { CsvRecord } from '#lib/csv.ts'
import { plainCell, readCsv } from '#lib/csv.ts'
import { Failure } from '#lib/failure.ts'
import { uuid7 } from '#lib/uuid7.ts'
import type { Reader } from '#platform/database/database.ts'

import type { HeldEntry } from '../entries/entry-store.ts'
import { readEntries } from '../entries/entry-store.ts'
import type { Entry, Register, RegisterName } from '../entries/field.ts'
import { textOf } from '../entries/field.ts'
import { cellFailures, longCells } from './cell-failures.ts'
import { changedFacts } from './change-entry.ts'
import type { KnownEntries } from './known-entries.ts'
import { readKnownEntries } from './known-entries.ts'
import type { RefusedRow } from './refused-row.ts'
import { mostFailures, refusedRow, WrongCells } from './refused-row.ts'
import { registers } from './registers.ts'
import { withSlug } from './settled-entry.ts'
import type { TableColumn } from './table-columns.ts'
import { columnCalled, keyHeader, ownFacts } from './table-columns.ts'
import type { CellChange } from './told-plan.ts'
import { tellRows } from './told-plan.ts'

/** What a table would do to a register. `hash` names exactly this plan, from this table and these entries. */
export type ImportPlan = {
  register: RegisterName
  hash: string
  added: { line: number; id: string; entry: Entry; cells: CellChange[] }[]
  changed: { line: number; id: string; version: number; entry: Entry; fields: string[]; cells: CellChange[] }[]
  unchanged: number
  refused: RefusedRow[]
  /** Rows of those added and changed that are too many to tell their cells. */
  untold: number
}

export const mostRows = 5000
export const mostBytes = 2 * 1024 * 1024
const mostColumns = 200
const mostCells = 100_000

/** Finds what a table would add and change; it takes nothing away, and columns that it has not stay as they are. */
export async function planImport(db: Reader, name: RegisterName, csv: string, now: Date): Promise<ImportPlan> {
  const register = registers[name]
  if (Buffer.byteLength(csv) > mostBytes)
    throw new Failure('invalid', 'table-too-large', 'The table is larger than 2 MB. Bring it in in parts.')
  const [header, ...records] = readCsv(csv)
  if (records.length > mostRows) throw new Failure('invalid', 'table-too-long', 'The table has more than 5,000 rows. Bring it in in parts.')
  refuseTooWide(header?.cells.length ?? 0, records.length)
  const columns = columnsUnder(register, header)
  const [held, known] = await Promise.all([readEntries(db, register), readKnownEntries(db)])
  const plan: ImportPlan = { register: name, hash: '', added: [], changed: [], unchanged: 0, refused: [], untold: 0 }
  const planner = new Planner(register, columns, held, known, plan)
  const fresh = planner.admit(records, now)
  for (const [position, record] of records.entries()) {
    // A large table takes a second or two, in which others are answered too.
    if (position % rowsAtOnce === 0) await setImmediate()
    planner.plan(record, fresh)
  }
  planner.refuseCircles()
  const versions = held.map(({ id, version }) => [id, version])
  const said = {
    added: plan.added.map(({ line, cells }) => [line, cells]),
    changed: plan.changed.map(({ line, id, cells }) => [line, id, cells]),
  }
  const hash = hashOf({ name, columns: columns.map((column) => column.header), records, versions, said, refused: plan.refused })
  return { ...plan, ...tellRows(plan.added, plan.changed), hash }
}

const rowsAtOnce = 5

function refuseTooWide(columns: number, rows: number): void {
  if (columns > mostColumns || columns * rows > mostCells)
    throw new Failure('invalid', 'table-too-wide', 'The table has too many columns for its rows. Bring it in in parts.')
}

function columnsUnder(register: Register, header: CsvRecord | undefined): TableColumn[] {
  const names = (header?.cells ?? []).map((cell) => plainCell(cell).trim())
  const key = keyHeader(register)
  if (!names.includes(key))
    throw new Failure(
      'invalid',
      'no-key-column',
      `The table needs a column “${key}” (the address) that names each ${register.kind}. Export the register to see how.`,
      { values: { column: key } },
    )
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new Failure('invalid', 'column-twice', `The column “${name}” is there twice.`, { values: { column: name } })
    seen.add(name)
  }
  return names.map((name) => columnCalled(register, name))
}

/** Reads row after row against what the register holds and what the rows before have said. */
class Planner {
  readonly #register: Register
  readonly #columns: TableColumn[]
  readonly #held: Map<string, HeldEntry>
  readonly #known: KnownEntries
  readonly #plan: ImportPlan
  readonly #seen = new Map<string, number>()
  #failuresTold = 0

  constructor(register: Register, columns: TableColumn[], held: HeldEntry[], known: KnownEntries, plan: ImportPlan) {
    this.#register = register
    this.#columns = columns
    this.#held = new Map(held.map((one) => [one.id, one]))
    this.#known = known
    this.#plan = plan
  }

  /** Gives ids to the entries that the table adds, so that others of its rows can name them, before or after. */
  admit(records: CsvRecord[], now: Date): Map<string, string> {
    const own = this.#known[this.#register.name]
    const column = this.#columns.findIndex(({ field }) => field === 'slug')
    const slugs = records.map(({ cells }) => plainCell(cells[column] ?? '').trim())
    const fresh = new Map(
      slugs.filter((slug) => slug !== '' && !own.idOf.has(slug)).map((slug) => [slug, this.#register.key === 'code' ? slug : uuid7(now)]),
    )
    for (const [slug, id] of fresh) own.idOf.set(slug, id)
    return fresh
  }

  plan(record: CsvRecord, fresh: ReadonlyMap<string, string>): void {
    try {
      this.#planRow(record, fresh)
    } catch (error) {
      this.#tell(record.line, error)
    }
  }

  /** Where much has been told already, a row tells the first of what is wrong with it. */
  #tell(line: number, why: unknown): void {
    const row = refusedRow(line, why, this.#failuresTold < mostTold ? mostFailures : 1)
    this.#failuresTold += row.why.length
    this.#plan.refused.push(row)
  }

  #planRow({ line, cells: sent }: CsvRecord, fresh: ReadonlyMap<string, string>): void {
    if (sent.length !== this.#columns.length)
      throw new Failure(
        'invalid',
        'bad-row',
        `It has ${sent.length} cells, and the table has ${this.#columns.length} columns. Look for a comma or a quote too many.`,
      )
    const register = this.#register
    const cells = sent.map(plainCell)
    const tooLong = longCells({ register, columns: this.#columns, cells })
    if (tooLong.length > 0) throw new WrongCells(tooLong)
    const slug = (cells[this.#columns.findIndex(({ field }) => field === 'slug')] ?? '').trim()
    const before = this.#entryCalled(slug, fresh)
    const facts = ownFacts(register, before ? before.entry : { slug })
    const entry = this.#entryOf(facts, cells)
    this.#requireOnce(entry.slug, line, before)
    const changes = this.#cellChanges(before?.entry, entry)
    if (before) {
      const fields = changedFacts(register, before.entry, entry)
      if (fields.length === 0) this.#plan.unchanged += 1
      else this.#plan.changed.push({ line, id: before.id, version: before.version, entry, fields, cells: changes })
      return
    }
    const id = fresh.get(entry.slug) ?? (register.key === 'code' ? entry.slug : '')
    this.#plan.added.push({ line, id, entry, cells: changes })
  }

  /** The facts with what the cells say; all cells that are wrong are told at once. */
  #entryOf(facts: Record<string, unknown>, cells: string[]): Entry {
    const register = this.#register
    const wrong = new Map<string, Failure>()
    for (const [position, column] of this.#columns.entries()) {
      try {
        // What stands beside a cell that is wrong is not judged.
        if (!wrong.has(column.field)) column.read(facts, cells[position] ?? '', this.#known)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        wrong.set(column.field, error)
      }
    }
    const parsed = register.input.safeParse(withSlug(register, facts))
    const judged = parsed.success ? [] : parsed.error.issues.filter(({ path }) => !wrong.has(String(path[0])))
    const told = judged.slice(0, mostFailures)
    const failures = [...wrong.values(), ...cellFailures(told, { register, columns: this.#columns, cells })]
    if (failures.length > 0 || !parsed.success) throw new WrongCells(failures, judged.length - told.length)
    return parsed.data
  }

  #entryCalled(slug: string, fresh: ReadonlyMap<string, string>): HeldEntry | undefined {
    const own = this.#known[this.#register.name]
    if (own.merged.has(slug))
      throw new Failure('invalid', 'entry-merged', `“${slug}” was merged into another entry. Name that one, or leave the row out.`)
    const now = own.former.get(slug)
    if (now !== undefined)
      throw new Failure('invalid', 'entry-moved', `“${slug}” is called “${own.slugOf.get(now) ?? ''}” now. Write that instead.`)
    return fresh.has(slug) ? undefined : this.#held.get(own.idOf.get(slug) ?? '')
  }

  /** No two rows for one entry, and no new one under a name that is taken. */
  #requireOnce(slug: string, line: number, before: HeldEntry | undefined): void {
    const own = this.#known[this.#register.name]
    const earlier = this.#seen.get(slug)
    if (earlier !== undefined)
      throw new Failure('invalid', 'row-twice', `“${slug}” is in line ${earlier} already. Leave one of the two out.`, {
        values: { slug, line: earlier },
      })
    if (!before && (own.merged.has(slug) || own.former.has(slug) || this.#held.has(own.idOf.get(slug) ?? '')))
      throw new Failure('invalid', 'slug-taken', `“${slug}” is, or once was, the address of another entry. Write another one.`)
    this.#seen.set(slug, line)
  }

  #cellChanges(before: Entry | undefined, after: Entry): CellChange[] {
    const known = { ...this.#known, [this.#register.name]: { ...this.#known[this.#register.name], slugOf: this.#slugs() } }
    return this.#columns.flatMap((column) => {
      const [was, is] = [before ? column.write(before, known) : '', column.write(after, known)]
      return was === is ? [] : [{ header: column.header, before: was, after: is }]
    })
  }

  #slugOf: Map<string, string> | undefined

  /** Names of entries, those that the table adds too. */
  #slugs(): Map<string, string> {
    const own = this.#known[this.#register.name]
    return (this.#slugOf ??= new Map([...own.slugOf, ...[...own.idOf].map(([slug, id]): [string, string] => [id, slug])]))
  }

  /** Rows that name what was itself refused, or that would lie within themselves, are refused too. */
  refuseCircles(): void {
    for (let isSettled = false; !isSettled;) {
      const leadsOut = outOf(this.#withinAfter())
      const wrong = [...this.#plan.added, ...this.#plan.changed].filter((row) => !leadsOut(row.id))
      isSettled = wrong.length === 0
      // Each refusal may set others right; of a table that is mostly wrong all are refused at once.
      this.#refuse(wrong.length > mostWrong ? wrong : wrong.slice(0, 1), new Failure('invalid', 'within-itself', circle))
    }
  }

  #withinAfter(): Map<string, string> {
    const held = [...this.#held.values()].map((one): [string, string] => [one.id, textOf(one.entry['within'])])
    const planned = [...this.#plan.added, ...this.#plan.changed].map((row): [string, string] => [row.id, textOf(row.entry['within'])])
    return new Map([...held, ...planned])
  }

  #refuse(rows: { line: number }[], why: Failure): void {
    const lines = new Set(rows.map(({ line }) => line))
    this.#plan.added = this.#plan.added.filter(({ line }) => !lines.has(line))
    this.#plan.changed = this.#plan.changed.filter(({ line }) => !lines.has(line))
    for (const line of lines) this.#tell(line, why)
  }
}

const mostWrong = 50
const mostTold = 2000 // failures
const circle = 'Column “within”: it would lie within itself, or in a row that is refused. Write another one there.'

/** Whether one comes to an end going up from an entry, over entries that are there; each is passed once, whoever asks. */
function outOf(within: ReadonlyMap<string, string>): (id: string) => boolean {
  const known = new Map<string, boolean>()
  return (id) => {
    const passed = new Set<string>()
    let at = id
    while (at !== '' && within.has(at) && !known.has(at) && !passed.has(at)) {
      passed.add(at)
      at = within.get(at) ?? ''
    }
    const leadsOut = at === '' || known.get(at) === true
    for (const one of passed) known.set(one, leadsOut)
    return leadsOut
  }
}
