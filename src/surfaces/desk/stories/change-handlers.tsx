import { isUuid } from '#lib/is-uuid.ts'
import { changeStories } from '#newsroom/desk-lists/change-stories.ts'
import { findMatching } from '#newsroom/desk-lists/list-editions.ts'
import { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import { listChanges, readChange } from '#newsroom/desk-lists/read-change.ts'
import { storiesAtMost } from '#newsroom/desk-lists/story-change.ts'
import { undoChange } from '#newsroom/desk-lists/undo-change.ts'
import { wantsAsking, weighChange } from '#newsroom/desk-lists/weigh-change.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { withIds } from '../frame/called-fields.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import { registerChoices, registerNames } from '../frame/register-names.ts'
import type { Refusal } from '../frame/refusal.ts'
import { refusal } from '../frame/refusal.ts'
import { faultAt } from '../words/faults-in-words.ts'
import { askedOf, filterOf, knownAddress } from './asked-list.ts'
import type { ChangeNames } from './change-in-words.ts'
import { changeInWords } from './change-in-words.ts'
import { ChangePage } from './change-page.tsx'
import { ChangesPage } from './changes-page.tsx'
import { changeOf, choicesIn, fieldMissing, missingIn } from './form-change.ts'
import { answerList } from './story-list-handlers.tsx'
import { SurePage } from './sure-page.tsx'

/** Makes a change of many stories; what is wrong with it is said in the list that it came from, and before much changes it is asked once more. */
export async function changeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const [member, say] = [c.get('member'), c.get('say')]
  authorize(listPolicy.changeStories(member), 'change stories')
  const { form, failure } = withIds(await postedForm(c), await desk.registers.read(), say.language)
  const back = (status: 200 | 409 | 422, why?: Pick<Refusal, 'failure' | 'faults'>) => {
    const kept = {
      said: new Map(choicesIn(form)),
      ticked: new Set(form.getAll('edition').map(String)),
      ...why,
    }
    return answerList(c, desk, new URLSearchParams(field(form, 'query')), { kept, status })
  }
  if (field(form, 'back') !== '') return back(200)
  if (failure) return back(422, refusal(c, failure))
  const missing = missingIn(form)
  if (missing) return back(422, missed(say.lists.change.missing[missing], fieldMissing(missing)))
  const editions = await editionsOf(c, desk, form)
  if (editions.length === 0) return back(422, missed(say.lists.change.missing.stories))
  const change = changeOf(form)
  try {
    if (!form.has('sure')) {
      const weight = await weighChange(desk.newsroom.db.writer, member, { editions, change }, desk.newsroom.clock.now())
      if (wantsAsking(weight)) {
        const what = changeInWords(change, await namesOf(desk, say.language), say)
        const isAsking = change.kind === 'assign'
        const page = { what, isAsking, weight, change: field(form, 'id'), editions, choices: choicesIn(form) }
        return await deskPage(
          c,
          desk,
          { title: isAsking ? say.lists.change.sureAsk(weight.stories) : say.lists.change.sure(weight.stories), at: paths.stories },
          <SurePage {...page} />,
        )
      }
    }
    return toChange(c, await changeStories(desk.newsroom, member, { id: field(form, 'id'), editions, change }), form)
  } catch (error) {
    const refused = refusal(c, error)
    return back(refused.status, refused)
  }
}

const missed = (failure: string, field?: string) => ({ failure, faults: field === undefined ? [] : [faultAt(field, failure)] })

/** The stories of a change: those that were asked about, that are ticked, or that match. */
async function editionsOf(c: DeskContext, desk: Desk, form: FormData): Promise<string[]> {
  if (form.has('sure')) return idsIn(form, 'sure')
  if (field(form, 'which') !== 'all') return idsIn(form, 'edition')
  const { settings } = await desk.registers.read()
  const filter = filterOf(askedOf(new URLSearchParams(field(form, 'query'))), settings.timeZone)
  return findMatching(desk.newsroom.db.writer, c.get('member'), filter, desk.newsroom.clock.now(), storiesAtMost)
}

const idsIn = (form: FormData, name: string): string[] => form.getAll(name).map(String).filter(isUuid)

/** What stopped before its end goes on. */
export async function goOnFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const change = idParam(c, 'change')
  const form = await postedForm(c)
  const { what, items } = await readChange(desk.newsroom.db.writer, c.get('member'), change, desk.newsroom.clock.now())
  await changeStories(desk.newsroom, c.get('member'), { id: change, editions: items.map(({ edition }) => edition), change: what })
  return toChange(c, change, form)
}

export async function undoFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const change = idParam(c, 'change')
  const form = await postedForm(c)
  await undoChange(desk.newsroom, c.get('member'), { change })
  return toChange(c, change, form)
}

/** What became of a change; from there one goes back to the list as it was. */
function toChange(c: DeskContext, change: string, form: FormData): Response {
  const query = knownAddress(field(form, 'query'))
  return c.redirect(`${link(paths.change, { change })}${query && `?${new URLSearchParams({ list: query }).toString()}`}`, 303)
}

export async function showChange(c: DeskContext, desk: Desk): Promise<Response> {
  const say = c.get('say')
  const change = await readChange(desk.newsroom.db.writer, c.get('member'), idParam(c, 'change'), desk.newsroom.clock.now())
  const names = await namesOf(desk, say.language)
  const what = changeInWords(change.what, names, say)
  const page = { change, what, timeZone: names.names.timeZone, query: knownAddress(c.req.query('list') ?? '') }
  return deskPage(c, desk, { title: say.lists.changed, at: paths.stories }, <ChangePage {...page} />)
}

/** Where one finds one's changes again, as long as they can be undone. */
export async function showChanges(c: DeskContext, desk: Desk): Promise<Response> {
  const changes = await listChanges(desk.newsroom.db.writer, c.get('member'), desk.newsroom.clock.now())
  const { language, lists } = c.get('say')
  const names = await namesOf(desk, language)
  return deskPage(c, desk, { title: lists.change.recent, at: paths.stories }, <ChangesPage {...names} changes={changes} />)
}

async function namesOf(desk: Desk, language: string): Promise<ChangeNames> {
  const [registers, members] = await Promise.all([desk.registers.read(), listMembers(desk.newsroom.db.writer)])
  const called = new Map(members.map(({ id, name }) => [id, name]))
  return {
    names: registerNames(registers, language),
    choices: registerChoices(registers, language),
    nameOf: (member) => called.get(member) ?? '',
  }
}
