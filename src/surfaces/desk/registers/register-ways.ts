import type { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { desk } from '#src/routes.ts'

import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import * as entries from './entry-handlers.tsx'
import * as lists from './list-handlers.tsx'
import * as merges from './merge-handlers.tsx'
import { showNames } from './names-handler.ts'
import * as tables from './table-handlers.tsx'

/** What is done with the registers. The names that an entry cannot have come before the entries. */
export const registerWays: readonly DeskWay<keyof typeof registerPolicy>[] = [
  get(desk.registers, 'readRegister', lists.showRegisters),
  get(desk.register, 'readRegister', lists.showRegister),
  post(desk.register, 'addEntry', entries.addFromDesk),
  get(desk.newEntry, 'addEntry', (c, parts) => entries.showNewEntry(c, parts)),
  get(desk.registerNames, 'readRegister', showNames),
  get(desk.registerTable, 'readRegister', (c, parts) => tables.showTable(c, parts)),
  post(desk.registerTable, 'importEntries', tables.showPlan),
  get(desk.registerTableFile, 'readRegister', tables.downloadTable),
  post(desk.registerTableIn, 'importEntries', tables.importFromDesk),
  get(desk.entry, 'readRegister', entries.showEntryAfter),
  post(desk.entry, 'changeEntry', entries.changeFromDesk),
  post(desk.entryArchive, 'archiveEntry', entries.archiveFromDesk),
  post(desk.entryArchiveOff, 'bringBackEntry', entries.bringBackFromDesk),
  post(desk.entrySlug, 'moveEntry', entries.moveFromDesk),
  get(desk.entryMerge, 'mergeEntries', (c, parts) => merges.showMerge(c, parts)),
  post(desk.entryMerge, 'mergeEntries', merges.mergeFromDesk),
  post(desk.entryMergeOff, 'undoMerge', merges.undoMergeFromDesk),
]
