import { z } from 'zod'

import { requireEntry } from '#newsroom/entries/entry-store.ts'
import type { RegisterName } from '#newsroom/entries/field.ts'
import { registerNames } from '#newsroom/entries/field.ts'
import { addEntry } from '#newsroom/registers/add-entry.ts'
import { archiveEntry, bringBackEntry } from '#newsroom/registers/archive-entry.ts'
import { changeEntry } from '#newsroom/registers/change-entry.ts'
import { exportEntries } from '#newsroom/registers/export-entries.ts'
import { importEntries } from '#newsroom/registers/import-entries.ts'
import { listEntries } from '#newsroom/registers/list-entries.ts'
import { mergeEntries, undoMerge } from '#newsroom/registers/merge-entries.ts'
import { moveEntry } from '#newsroom/registers/move-entry.ts'
import { planImport } from '#newsroom/registers/plan-import.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { registers } from '#newsroom/registers/registers.ts'
import { Failure } from '#lib/failure.ts'
import { readSettings } from '#newsroom/settings/read-settings.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'
import { api, link } from '#src/routes.ts'

import * as shapes from '../shapes/register-shapes.ts'
import { language, shape } from '../shapes/shape.ts'
import { listWay } from '../list-way.ts'
import { done, way } from '../way.ts'

const ofRegister = z.object({ register: z.enum(registerNames) })
const ofEntry = ofRegister.extend({ id: z.string().min(1).max(200) })
const csv = z.string().max(2 * 1024 * 1024)
const yes = z.enum(['true', 'false']).optional()

/** An id as its register has it; what cannot be one names nothing. */
function idIn(register: RegisterName, id: string): string {
  if (registers[register].key === 'id' && !z.uuid().safeParse(id).success)
    throw new Failure('missing', 'no-such-entry', `There is no such ${registers[register].kind} in the registers.`)
  return id
}

export const registerWays = [
  listWay({
    operation: 'listEntries',
    path: api.register,
    tag: 'registers',
    summary: 'The entries of a register by name, sections in their order',
    scope: 'read',
    asks: 'readRegister',
    params: ofRegister,
    query: z.object({ text: z.string().min(1).max(200).optional(), archived: yes, language: language.optional() }),
    name: 'EntryList',
    item: shapes.entryLineShape,
    mark: z.object({ position: z.int(), name: z.string(), id: z.string() }),
    atOnce: { usual: 50, most: 500 },
    handle: async ({ newsroom, params, query, after, limit }) => {
      authorize(registerPolicy.readRegister(), 'see the registers')
      const { writer } = newsroom.db
      const spoken = query.language ?? (await readSettings(writer)).languages[0] ?? 'en'
      const asked = { withArchived: query.archived === 'true', ...(query.text !== undefined && { text: query.text }), after, atMost: limit }
      const { lines, next } = await listEntries(writer, registers[params.register], canonical(spoken), asked)
      return { items: lines, next }
    },
  }),
  way({
    operation: 'addEntry',
    method: 'POST',
    path: api.register,
    tag: 'registers',
    summary: 'Add an entry; an empty slug is made of its name',
    scope: 'registers',
    params: ofRegister,
    body: shapes.entryInput,
    answer: shapes.addedShape,
    handle: async ({ newsroom, by, params: { register }, body }) => {
      const id = await addEntry(newsroom, by, { register, entry: body })
      return { value: { id }, location: link(api.entry, { register, id }) }
    },
  }),
  way({
    operation: 'requireEntry',
    method: 'GET',
    path: api.entry,
    tag: 'registers',
    summary: 'An entry, archived and merged ones too. Its ETag names the version.',
    scope: 'read',
    asks: 'readRegister',
    params: ofEntry,
    answer: shapes.heldEntryShape,
    handle: async ({ newsroom, params: { register, id } }) => {
      authorize(registerPolicy.readRegister(), 'see the registers')
      const held = await requireEntry(newsroom.db.writer, registers[register], idIn(register, id))
      return { value: held, version: held.version }
    },
  }),
  way({
    operation: 'changeEntry',
    method: 'PUT',
    path: api.entry,
    tag: 'registers',
    summary: 'Change all that an entry says, but for its slug',
    scope: 'registers',
    needsMatch: 'version',
    params: ofEntry,
    body: shapes.entryInput,
    handle: async ({ newsroom, by, params: { register, id }, body, match }) => {
      await changeEntry(newsroom, by, { register, id: idIn(register, id), madeFrom: match, entry: body })
      return done
    },
  }),
  way({
    operation: 'moveEntry',
    method: 'PUT',
    path: api.entrySlug,
    tag: 'registers',
    summary: 'Give an entry a new address; the old one leads to it for ever',
    scope: 'registers',
    params: ofEntry,
    body: shape('EntrySlug', z.object({ slug: z.string().max(120) })),
    handle: async ({ newsroom, by, params: { register, id }, body }) => {
      await moveEntry(newsroom, by, { register, id: idIn(register, id), slug: body.slug })
      return done
    },
  }),
  way({
    operation: 'archiveEntry',
    method: 'POST',
    path: api.entryArchive,
    tag: 'registers',
    summary: 'Archive an entry: it is not chosen any more, and its pages stay and say so',
    scope: 'registers',
    params: ofEntry,
    handle: async ({ newsroom, by, params: { register, id } }) => {
      await archiveEntry(newsroom, by, { register, id: idIn(register, id) })
      return done
    },
  }),
  way({
    operation: 'bringBackEntry',
    method: 'DELETE',
    path: api.entryArchive,
    tag: 'registers',
    summary: 'Take an entry out of the archive',
    scope: 'registers',
    params: ofEntry,
    handle: async ({ newsroom, by, params: { register, id } }) => {
      await bringBackEntry(newsroom, by, { register, id: idIn(register, id) })
      return done
    },
  }),
  way({
    operation: 'mergeEntries',
    method: 'POST',
    path: api.entryMerge,
    tag: 'registers',
    summary: 'Merge an entry into another: its stories follow, its addresses lead there',
    scope: 'registers',
    params: ofEntry,
    body: shape('Merge', z.object({ into: z.string().min(1).max(200) })),
    handle: async ({ newsroom, by, params: { register, id }, body }) => {
      await mergeEntries(newsroom, by, { register, entry: idIn(register, id), into: idIn(register, body.into) })
      return done
    },
  }),
  way({
    operation: 'undoMerge',
    method: 'DELETE',
    path: api.entryMerge,
    tag: 'registers',
    summary: 'Take a merged entry out of the other again',
    scope: 'registers',
    params: ofEntry,
    handle: async ({ newsroom, by, params: { register, id } }) => {
      await undoMerge(newsroom, by, { register, entry: idIn(register, id) })
      return done
    },
  }),
  way({
    operation: 'exportEntries',
    method: 'GET',
    path: api.registerTable,
    tag: 'registers',
    summary: 'A register as a table',
    scope: 'read',
    asks: 'readRegister',
    params: ofRegister,
    query: z.object({ archived: yes }),
    answer: shapes.tableShape,
    handle: async ({ newsroom, params, query }) => {
      authorize(registerPolicy.readRegister(), 'see the registers')
      return { value: { csv: await exportEntries(newsroom.db.writer, params.register, { withArchived: query.archived === 'true' }) } }
    },
  }),
  way({
    operation: 'planImport',
    method: 'POST',
    makesNothing: true,
    path: api.registerPlan,
    tag: 'registers',
    summary: 'What a table would add and change; nothing is changed',
    scope: 'registers',
    asks: 'importEntries',
    params: ofRegister,
    body: shape('TableInput', z.object({ csv })),
    answer: shapes.planShape,
    handle: async ({ newsroom, by, params, body }) => {
      authorize(registerPolicy.importEntries(by, params.register), `bring a table of ${params.register} in`)
      return { value: await planImport(newsroom.db.writer, params.register, body.csv, newsroom.clock.now()) }
    },
  }),
  way({
    operation: 'importEntries',
    method: 'POST',
    path: api.registerTable,
    tag: 'registers',
    summary: 'Bring a table in: exactly what was planned and agreed to',
    scope: 'registers',
    params: ofRegister,
    body: shape('AgreedTable', z.object({ csv, agreed: z.string().max(100).describe('The `hash` of the plan.') })),
    answer: shapes.planShape,
    handle: async ({ newsroom, by, params, body }) => ({ value: await importEntries(newsroom, by, { ...params, ...body }) }),
  }),
]

/** A tag as Intl knows it; English for what is none. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
