import { findAssignments } from '#newsroom/assignments/find-assignments.ts'
import { findThreads } from '#newsroom/comments/find-comments.ts'
import { storyPath } from '#newsroom/addresses/story-path.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { countUnsettled } from '#newsroom/review/count-unsettled.ts'
import { findTold } from '#newsroom/review/find-told.ts'
import { readAuthorship } from '#newsroom/review/read-authorship.ts'
import { asksSecondPair } from '#newsroom/settings/asks-second-pair.ts'
import { Failure } from '#lib/failure.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { mendsSchema } from '#newsroom/stories/mend-text.ts'
import type { KeptContent } from '#newsroom/stories/keep-content.ts'
import { isUnwritten } from '#newsroom/stories/is-unwritten.ts'
import { keepContent } from '#newsroom/stories/keep-content.ts'
import { mendedBy } from '#newsroom/stories/mended-by.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { checkEdition } from '#newsroom/stories/check-edition.ts'
import { dayIn } from '#newsroom/stories/live-edition.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { putDownPen, takePen } from '#newsroom/stories/take-pen.ts'
import { readTranslationsOf } from '#newsroom/translations/read-translations-of.ts'
import { seeNotices } from '#newsroom/notices/find-notices.ts'
import { desk as paths, link } from '#src/routes.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { DeletedNote } from '../deleted/bring-back-form.tsx'
import { justDeleted } from '../deleted/deletion-handlers.tsx'
import { CheckPanel } from '../checks/check-panel.tsx'
import { markedFindings } from '../checks/finding-in-words.ts'
import { withoutEmpty } from '../checks/without-empty.ts'
import { deskPage, fragment } from '../frame/desk-answer.tsx'
import { withIds } from '../frame/called-fields.ts'
import { field, idParam, postedForm } from '../frame/form.ts'
import type { Refusal, RefusedForm } from '../frame/refusal.ts'
import { Refused } from '../frame/refused-form.tsx'
import { registerChoices } from '../frame/register-names.ts'
import { StateMark } from '../frame/state-mark.tsx'
import { rightsOf } from '../review/rights.ts'
import { StatePanel } from '../review/state-panel.tsx'
import { panelOf, TranslationsPanel } from '../translations/translations-panel.tsx'
import { ChipList } from './chip-list.tsx'
import type { Chip } from './chips.ts'
import { chipsOf } from './chips.ts'
import { contentOfForm } from './form-content.ts'
import { fieldsOf } from './form-fields.ts'
import type { KnownPen } from './held-pen.ts'
import { penOf } from './held-pen.ts'
import { mendedIn, WritingPage } from './writing-page.tsx'
import { failureInWords, faultsOf } from '../words/failure-in-words.ts'
import type { ShownFault } from '../words/faults-in-words.ts'
import { shownFaults } from '../words/faults-in-words.ts'

/** What of a text was not kept, and how it was typed. */
type Faulty = { faults: readonly ShownFault[]; typed: FormData }

export async function showWriting(
  c: DeskContext,
  desk: Desk,
  more: { failure?: string; content?: Writing['content']; faults?: Faulty; refused?: RefusedForm & Refusal } = {},
): Promise<Response> {
  const member = c.get('member')
  const read = await readWriting(desk.newsroom.db.writer, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(member, read.edition), 'read this story')
  const writing = more.content ? { ...read, content: more.content } : read
  await seeNotices(desk.newsroom, member, { edition: read.edition.id })
  const db = desk.newsroom.db.writer
  const [parts, threads, assignments, members] = await Promise.all([
    partsOf(c, desk, writing),
    findThreads(db, read.edition.id),
    findAssignments(db, read.edition.id),
    listMembers(db),
  ])
  const { registers } = parts
  const active = members.filter(({ state }) => state === 'active')
  const path = storyPath(writing.content.slug, read.edition.language, registers.settings.languages[0] ?? 'en')
  return deskPage(
    c,
    desk,
    {
      title: writing.content.headline || c.get('say').untitled,
      at: paths.stories,
      isWide: true,
      textLanguage: read.edition.language,
      refresh: 'morph',
      ...(more.failure !== undefined && { status: 409 }),
      ...(more.faults && { status: 422 }),
      ...(more.refused && { status: more.refused.status }),
    },
    <Refused value={more.refused}>
      <DeletedNote draft={await justDeleted(c, desk)} />
      <WritingPage
        {...parts}
        writing={writing}
        choices={registerChoices(registers, c.get('say').language)}
        threads={threads}
        assignments={assignments}
        members={active.map(({ id, name }) => ({ value: id, name }))}
        readers={active.filter((one) => storyPolicy.readStory(one, read.edition)).map(({ name }) => name)}
        member={member.id}
        pen={penOf(read, member, parts.now)}
        activityTypes={wordsIn(c.get('say').language).activityTypes}
        publicAddress={decodeURI(`${desk.origin}${path}`)}
        {...(more.failure !== undefined && { failure: more.failure })}
        {...more.faults}
      />
    </Refused>,
  )
}

/** The form as a browser without script sends it. What was typed comes back with the reason when it cannot be saved. */
export async function saveFromForm(c: DeskContext, desk: Desk): Promise<Response> {
  const { form: typed, known: form, failures } = withIds(await postedForm(c), await desk.registers.read(), c.get('say').language)
  const edition = idParam(c, 'edition')
  for (const [name, value] of acceptedFills(field(form, 'accept'))) fill(form, name, value)
  const { content, faults } = await contentOf(c, desk, form)
  const mends = mendsSchema.catch([]).parse(parsedJson(field(form, 'replace')))
  try {
    const save = { edition, madeFrom: Number(field(form, 'madeFrom')) }
    const mended = await mendedBy(desk.newsroom.db.writer, c.get('member'), { ...save, content, mends })
    await saveRevision(desk.newsroom, c.get('member'), { ...save, content: mended })
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'conflict') throw error
    return showWriting(c, desk, { failure: failureInWords(error, c.get('say')), content })
  }
  const notKept = [...shownFaults('bad-content', faults, c.get('say')), ...failures.flatMap((failure) => faultsOf(failure, c.get('say')))]
  if (notKept.length > 0) return showWriting(c, desk, { faults: { faults: notKept, typed } })
  return c.redirect(link(paths.edition, { edition }), 303)
}

/** The form as the desk's script sends it while someone writes; answers with what changed around the text. */
export async function saveWhileWriting(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const edition = idParam(c, 'edition')
  const member = c.get('member')
  // Whoever signed in again in this browser may be someone else: they save nothing in their own name that they have not written.
  if (field(form, 'member') !== '' && field(form, 'member') !== member.id) return c.json({ code: 'signed-out' }, 401)
  const { content, faults } = await contentOf(c, desk, form)
  const tab = field(form, 'tab').slice(0, 64)
  const order = Number(field(form, 'order'))
  const save = { edition, madeFrom: Number(field(form, 'madeFrom')), content, isAutosave: field(form, 'isAutosave') !== '', tab }
  const revision = await saveRevision(desk.newsroom, member, { ...save, ...(order > 0 && { order }) })
  if (field(form, 'isLeaving') !== '') await putDownPen(desk.newsroom, member, { edition, tab })
  const writing = await readWriting(desk.newsroom.db.writer, edition)
  const parts = await partsOf(c, desk, writing)
  return c.json({
    revision,
    savedAt: writing.savedAt.toISOString(),
    state: writing.edition.state,
    panels: {
      chips: fragment(c, <ChipList chips={parts.chips} />),
      mark: fragment(c, <StateMark state={writing.edition.state} />),
      state: fragment(c, <StatePanel writing={writing} {...parts} />),
      translations: fragment(c, <TranslationsPanel {...parts.translations} />),
      checks: fragment(
        c,
        <CheckPanel
          findings={parts.findings}
          wanted={parts.wanted}
          edition={writing.edition.id}
          language={writing.edition.language}
          form={mendedIn(writing, parts.rights)}
        />,
      ),
    },
    findings: markedFindings(parts.findings, c.get('say')),
    faults: shownFaults('bad-content', faults, c.get('say')),
  })
}

/** Who holds the pen now, what the latest revision is and how the story stands, for whoever reads on. */
export async function showPen(c: DeskContext, desk: Desk): Promise<Response> {
  const writing = await readWriting(desk.newsroom.db.writer, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(c.get('member'), writing.edition), 'read this story')
  const { revision, state } = writing.edition
  return c.json({
    revision,
    pen: penOf(writing, c.get('member'), desk.newsroom.clock.now()),
    state,
    stateName: c.get('say').states[state],
    mayWrite: storyPolicy.saveRevision(c.get('member'), writing.edition),
  } satisfies KnownPen)
}

/** The latest text, for a browser that has fallen behind. */
export async function latestText(c: DeskContext, desk: Desk): Promise<Response> {
  const writing = await readWriting(desk.newsroom.db.writer, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(c.get('member'), writing.edition), 'read this story')
  const { edition, savedBy, savedAt, content } = writing
  return c.json({ revision: edition.revision, savedBy, savedAt: savedAt.toISOString(), content, fields: fieldsOf(content) })
}

export async function holdPen(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const input = { edition: idParam(c, 'edition'), tab: field(form, 'tab').slice(0, 64), takeOver: field(form, 'takeOver') !== '' }
  return c.json({ revision: await takePen(desk.newsroom, c.get('member'), input) })
}

export async function layDownPen(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  await putDownPen(desk.newsroom, c.get('member'), { edition: idParam(c, 'edition'), tab: field(form, 'tab').slice(0, 64) })
  return c.json({})
}

/** What of a form can be kept, and what cannot. */
async function contentOf(c: DeskContext, desk: Desk, form: FormData): Promise<KeptContent> {
  const writing = await readWriting(desk.newsroom.db.writer, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(c.get('member'), writing.edition), 'read this story')
  return keepContent(contentOfForm(form, writing.content, writing.edition.shown !== null), writing.content)
}

/** What stands around a text: what it seems to say, and what may be done with it. */
async function partsOf(c: DeskContext, desk: Desk, writing: Writing) {
  const db = desk.newsroom.db.writer
  const now = desk.newsroom.clock.now()
  const [registers, authorship, needsSecondPair, unsettled, told, find, made, findings] = await Promise.all([
    desk.registers.read(),
    readAuthorship(db, writing.edition),
    asksSecondPair(db, writing.edition),
    countUnsettled(db, writing.edition.id),
    findTold(db, writing),
    desk.facts.finder(),
    readTranslationsOf(db, c.get('member'), writing.edition.id),
    checkEdition(db, writing.content, {
      edition: writing.edition,
      language: writing.edition.language,
      moment: writing.plannedFor && writing.plannedFor > now ? writing.plannedFor : now,
      origin: desk.newsroom.origin,
      by: c.get('member'),
    }),
  ])
  const day = dayIn(now, registers.settings.timeZone)
  const chips: Chip[] = chipsOf(writing.content, writing.edition.language, { find, registers, day, inWords: c.get('say').language })
  const rights = rightsOf(c.get('member'), writing.edition, { authorship, needsSecondPair })
  const translations = { ...panelOf(c.get('member'), writing.edition, made, registers.settings.languages), asked: c.req.query('into') }
  const checked = isUnwritten(writing.content) ? withoutEmpty(findings) : { findings, wanted: [] }
  return { registers, chips, rights, unsettled, told, ...checked, translations, timeZone: registers.settings.timeZone, now }
}

// An empty field is filled; one that holds several takes one more.
function fill(form: FormData, name: string, value: string): void {
  if (form.get(name) === '') form.set(name, value)
  else form.append(name, value)
}

function acceptedFills(said: string): [string, string][] {
  const fills = parsedJson(said)
  return Array.isArray(fills) ? fills.flatMap((fill: unknown) => (isPair(fill) ? [fill] : [])) : []
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isPair = (fill: unknown): fill is [string, string] =>
  Array.isArray(fill) && fill.length === 2 && fill.every((part) => typeof part === 'string')
