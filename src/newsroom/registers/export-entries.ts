import { harmlessCell, writeCsv } from '#lib/csv.ts'
import type { Reader } from '#platform/database/database.ts'

import { readEntries } from '../entries/entry-store.ts'
import type { Entry, Register, RegisterName } from '../entries/field.ts'
import { linesOf, wordsOf } from '../entries/field.ts'
import { readSettings } from '../settings/read-settings.ts'
import { readKnownEntries } from './known-entries.ts'
import { registers } from './registers.ts'
import { columnsOf } from './table-columns.ts'

/** A register as a table (CSV, UTF-8), in the order of addresses; archived entries only where they are asked for. */
export async function exportEntries(db: Reader, name: RegisterName, of: { withArchived: boolean }): Promise<string> {
  const register = registers[name]
  const [held, known, { languages }] = await Promise.all([readEntries(db, register), readKnownEntries(db), readSettings(db)])
  const shown = held.filter((one) => one.mergedInto === null && (of.withArchived || one.archivedAt === null)).map(({ entry }) => entry)
  const columns = columnsOf(register, [...new Set([...languages, ...languagesIn(register, shown)])])
  const rows = shown
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((entry) => columns.map((column) => harmlessCell(column.write(entry, known))))
  return writeCsv([columns.map(({ header }) => header), ...rows])
}

/** The languages that some entry says something in, whether or not the newsroom publishes in them. */
function languagesIn(register: Register, entries: Entry[]): string[] {
  const spoken = entries.flatMap((entry) =>
    register.fields.flatMap((field) => {
      if (field.kind === 'words') return Object.keys(wordsOf(entry[field.name]))
      return field.kind === 'lines' ? Object.keys(linesOf(entry[field.name])) : []
    }),
  )
  return [...new Set(spoken)].toSorted()
}
