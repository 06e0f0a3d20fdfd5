import type { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { desk } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import * as entries from './entry-handlers.tsx'
import * as lists from './list-handlers.tsx'
import * as merges from './merge-handlers.tsx'
import * as tables from './table-handlers.tsx'

type RegisterWay = {
  method: 'GET' | 'POST'
  path: string
  asks: keyof typeof registerPolicy
  handle(c: DeskContext, desk: Desk): Promise<Response>
}

const way = (method: RegisterWay['method'], path: string, asks: RegisterWay['asks'], handle: RegisterWay['handle']): RegisterWay => ({
  method,
  path,
  asks,
  handle,
})

/** What is done with the registers. The names that an entry cannot have come before the entries. */
export const registerWays: readonly RegisterWay[] = [
  way('GET', desk.registers, 'readRegister', lists.showRegisters),
  way('GET', desk.register, 'readRegister', lists.showRegister),
  way('POST', desk.register, 'addEntry', entries.addFromDesk),
  way('GET', desk.newEntry, 'addEntry', (c, parts) => entries.showNewEntry(c, parts)),
  way('GET', desk.registerTable, 'readRegister', (c, parts) => tables.showTable(c, parts)),
  way('POST', desk.registerTable, 'importEntries', tables.showPlan),
  way('GET', desk.registerTableFile, 'readRegister', tables.downloadTable),
  way('POST', desk.registerTableIn, 'importEntries', tables.importFromDesk),
  way('GET', desk.entry, 'readRegister', entries.showEntryAfter),
  way('POST', desk.entry, 'changeEntry', entries.changeFromDesk),
  way('POST', desk.entryArchive, 'archiveEntry', entries.archiveFromDesk),
  way('POST', desk.entryArchiveOff, 'bringBackEntry', entries.bringBackFromDesk),
  way('POST', desk.entrySlug, 'moveEntry', entries.moveFromDesk),
  way('GET', desk.entryMerge, 'mergeEntries', (c, parts) => merges.showMerge(c, parts)),
  way('POST', desk.entryMerge, 'mergeEntries', merges.mergeFromDesk),
  way('POST', desk.entryMergeOff, 'undoMerge', merges.undoMergeFromDesk),
]
