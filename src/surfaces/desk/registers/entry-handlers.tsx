import type { Failure } from '#lib/failure.ts'
import { requireEntry } from '#newsroom/entries/entry-store.ts'
import type { Register } from '#newsroom/entries/field.ts'
import { addEntry } from '#newsroom/registers/add-entry.ts'
import { archiveEntry, bringBackEntry } from '#newsroom/registers/archive-entry.ts'
import { changeEntry, changedFacts } from '#newsroom/registers/change-entry.ts'
import { countUses } from '#newsroom/registers/count-uses.ts'
import { findMerges } from '#newsroom/registers/find-merges.ts'
import { lineOfEntry, listMergedInto } from '#newsroom/registers/list-entries.ts'
import { moveEntry } from '#newsroom/registers/move-entry.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { isChangedMeanwhile } from '#newsroom/require-latest.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { withIds } from '../frame/called-fields.ts'
import { Faults } from '../frame/faults.tsx'
import { field, madeFromIn, postedForm } from '../frame/form.ts'
import type { RefusedForm } from '../frame/refusal.ts'
import { refusal, refusedForm } from '../frame/refusal.ts'
import { Refused } from '../frame/refused-form.tsx'
import { registerChoices } from '../frame/register-names.ts'
import { EntryPage } from './entry-page.tsx'
import { fieldName } from './field-names.ts'
import type { Draft, Reshaped } from './form-entry.ts'
import { blankDraft, draftOfForm, withoutBlankRows, withRows } from './form-entry.ts'
import { NewEntryPage } from './new-entry-page.tsx'
import { publicPathOf, storiesPathOf } from './entry-paths.ts'
import { entryParam, registerParam } from './register-param.ts'
import type { ShownFault } from '../words/faults-in-words.ts'
import { theirsInWords } from '../words/theirs-in-words.ts'

type Typed = {
  draft?: Draft
  /** The version that was typed from; absent: the one there is now. */
  madeFrom?: number
  focus?: string
  failure?: string
  faults?: readonly ShownFault[]
  status?: 409 | 422
  done?: string
  /** Another form of the page, that comes back. */
  refused?: RefusedForm
}

export async function showNewEntry(c: DeskContext, desk: Desk, typed: Typed = {}): Promise<Response> {
  const register = registerParam(c)
  authorize(registerPolicy.addEntry(c.get('member'), register.name), `add a ${register.kind}`)
  const say = c.get('say')
  const registers = await desk.registers.read()
  const title = say.registers.addTitle(say.registers.one[register.kind])
  const page = {
    register,
    draft: typed.draft ?? blankDraft(register, { name: c.req.query('name') ?? '', language: registers.settings.languages[0] ?? 'en' }),
    choices: registerChoices(registers, say.language),
    languages: registers.settings.languages,
    ...(typed.focus !== undefined && { focus: typed.focus }),
    ...(typed.failure !== undefined && { failure: typed.failure }),
  }
  return deskPage(
    c,
    desk,
    { title, at: paths.registers, ...(typed.status && { status: typed.status }) },
    <Faults value={typed.faults ?? []}>
      <NewEntryPage {...page} />
    </Faults>,
  )
}

export async function addFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c)
  const { draft: typed, reshaped, failure } = await typedEntry(c, desk, register)
  if (reshaped) return showNewEntry(c, desk, reshaped)
  const draft = withoutBlankRows(register, typed)
  try {
    if (failure) throw failure
    const id = await addEntry(desk.newsroom, c.get('member'), { register: register.name, entry: draft })
    return c.redirect(`${link(paths.entry, { register: register.name, entry: id })}?added`, 303)
  } catch (error) {
    return showNewEntry(c, desk, { draft, ...refusal(c, error) })
  }
}

export async function showEntry(c: DeskContext, desk: Desk, typed: Typed = {}): Promise<Response> {
  const register = registerParam(c)
  const member = c.get('member')
  authorize(registerPolicy.readRegister(), 'see the registers')
  const say = c.get('say')
  const db = desk.newsroom.db.writer
  const held = await requireEntry(db, register, entryParam(c, register))
  const [registers, mergedHere, uses, into] = await Promise.all([
    desk.registers.read(),
    listMergedInto(db, register, held.id, say.language),
    countUses(db, register, held.id),
    held.standsFor === null ? undefined : requireEntry(db, register, held.standsFor),
  ])
  const merges = await findMerges(db, register, [held.id, ...mergedHere.map(({ id }) => id)])
  const { name } = lineOfEntry(register, held, say.language)
  const page = {
    register,
    held,
    name,
    mergedInto: into && lineOfEntry(register, into, say.language),
    merge: merges.get(held.id),
    mergedHere: mergedHere.map((line) => ({ line, merge: merges.get(line.id) })),
    justMerged: c.req.query('merged'),
    timeZone: registers.settings.timeZone,
    uses,
    storiesHref: storiesPathOf(register, held.id, name),
    publicHref: publicPathOf(register, held.entry.slug),
    mayChange: registerPolicy.changeEntry(member, register.name),
    mayLead: registerPolicy.mergeEntries(member, register.name),
    draft: typed.draft ?? held.entry,
    version: typed.madeFrom ?? held.version,
    choices: registerChoices(registers, say.language),
    languages: registers.settings.languages,
    ...(typed.focus !== undefined && { focus: typed.focus }),
    ...(typed.failure !== undefined && { failure: typed.failure }),
    ...(typed.done !== undefined && { done: typed.done }),
  }
  return deskPage(
    c,
    desk,
    { title: name, at: paths.registers, ...(typed.status && { status: typed.status }) },
    <Refused value={typed.refused}>
      <Faults value={typed.faults ?? []}>
        <EntryPage {...page} />
      </Faults>
    </Refused>,
  )
}

/** An entry after something was done with it. */
export async function showEntryAfter(c: DeskContext, desk: Desk): Promise<Response> {
  const words = c.get('say').registers
  const done = [
    ['saved', words.saved],
    ['added', words.added],
    ['undone', words.undone],
  ].find(([name = '']) => c.req.query(name) !== undefined)?.[1]
  return showEntry(c, desk, done === undefined ? {} : { done })
}

export async function changeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c)
  const id = entryParam(c, register)
  const { form, draft, reshaped, failure } = await typedEntry(c, desk, register)
  const madeFrom = madeFromIn(form)
  if (reshaped) return showEntry(c, desk, { ...reshaped, madeFrom })
  const entry = withoutBlankRows(register, draft)
  try {
    if (failure) throw failure
    await changeEntry(desk.newsroom, c.get('member'), { register: register.name, id, madeFrom, entry })
    return c.redirect(`${link(paths.entry, { register: register.name, entry: id })}?saved`, 303)
  } catch (error) {
    if (!isChangedMeanwhile(error)) return showEntry(c, desk, { draft: entry, madeFrom, ...refusal(c, error) })
    const say = c.get('say')
    const latest = await requireEntry(desk.newsroom.db.writer, register, id)
    const theirs = changedFacts(register, latest.entry, entry).map((name) => fieldName(say.registers, name))
    return showEntry(c, desk, { draft, madeFrom: latest.version, status: 409, failure: theirsInWords(theirs, error, say) })
  }
}

type TypedEntry = { form: FormData; draft: Draft; reshaped: Reshaped | undefined; failure?: Failure }

/** What the form of an entry says; `reshaped` where a button asks for other rows, `failure` where it names what no register knows. */
async function typedEntry(c: DeskContext, desk: Desk, register: Register): Promise<TypedEntry> {
  const said = withIds(await postedForm(c), await desk.registers.read(), c.get('say').language)
  const draft = draftOfForm(register, said.form)
  return { ...said, draft, reshaped: withRows(register, draft, field(said.form, 'row')) }
}

export async function moveFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const move = { slug: field(form, 'slug') }
  return doing(c, desk, (register, id) => moveEntry(desk.newsroom, c.get('member'), { register, id, ...move }), form)
}

export async function archiveFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return doing(c, desk, (register, id) => archiveEntry(desk.newsroom, c.get('member'), { register, id }))
}

export async function bringBackFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return doing(c, desk, (register, id) => bringBackEntry(desk.newsroom, c.get('member'), { register, id }))
}

type Act = (register: Register['name'], id: string) => Promise<void>

async function doing(c: DeskContext, desk: Desk, act: Act, form = new FormData()): Promise<Response> {
  const register = registerParam(c)
  const id = entryParam(c, register)
  try {
    await act(register.name, id)
  } catch (error) {
    const refused = refusedForm(c, error, form)
    return showEntry(c, desk, { refused, status: refused.status })
  }
  return c.redirect(`${link(paths.entry, { register: register.name, entry: id })}?saved`, 303)
}
