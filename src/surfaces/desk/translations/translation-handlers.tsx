import { Failure } from '#lib/failure.ts'
import { readEdition } from '#newsroom/stories/edition-store.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { wordsOf } from '#newsroom/stories/passages/passage.ts'
import { authorizeSource } from '#newsroom/translations/authorize-source.ts'
import { fillByMachine } from '#newsroom/translations/fill-by-machine.ts'
import { markPassages } from '#newsroom/translations/mark-passages.ts'
import { nextOpen } from '#newsroom/translations/next-open.ts'
import type { SideBySide } from '#newsroom/translations/read-translation.ts'
import { readSideBySide } from '#newsroom/translations/read-translation.ts'
import { spareTranslations } from '#newsroom/translations/spare-translations.ts'
import { takeStructure } from '#newsroom/translations/take-structure.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { writePassages } from '#newsroom/translations/write-passages.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import { refusedForm } from '../frame/refusal.ts'
import { showWriting } from '../writing/writing-handlers.tsx'
import { momentInWords } from '../frame/moments.ts'
import { doneIn, readWritten } from './read-written.ts'
import { SideBySidePage } from './side-by-side-page.tsx'
import { failureInWords } from '../words/failure-in-words.ts'
import { penOf } from '../writing/held-pen.ts'

type Again = { failure?: string; typed?: ReadonlyMap<number, string> }

/** A translation beside what it was made from, passage by passage. */
export async function showTranslation(c: DeskContext, desk: Desk, again: Again = {}): Promise<Response> {
  const member = c.get('member')
  const side = await readableSide(c, desk)
  const writing = await readWriting(desk.newsroom.db.writer, side.target.id)
  const { timeZone } = (await desk.registers.read()).settings
  const say = c.get('say')
  return deskPage(
    c,
    desk,
    {
      title: say.translations.sideBySide,
      at: paths.translations,
      isWide: true,
      textLanguage: side.target.language,
      refresh: 'replace',
      ...(again.failure !== undefined && { status: 409 }),
    },
    <SideBySidePage
      side={side}
      member={member.id}
      pen={penOf(writing, member, desk.newsroom.clock.now())}
      saved={say.writing.savedBy(writing.savedBy, momentInWords(writing.savedAt, timeZone, say.language))}
      typed={again.typed ?? new Map()}
      failure={again.failure}
      isOnlyOpen={c.req.query('open') === 'yes'}
      mayWrite={storyPolicy.writePassages(member, side.target)}
      translator={desk.translator?.name}
    />,
  )
}

/** A translation beside its source, for whoever may read both. */
export async function readableSide(c: DeskContext, desk: Desk): Promise<SideBySide> {
  const member = c.get('member')
  const { writer } = desk.newsroom.db
  authorize(storyPolicy.readStory(member, await readEdition(writer, idParam(c, 'edition'))), 'read this translation')
  const side = await readSideBySide(writer, idParam(c, 'edition'))
  authorizeSource(member, side.source)
  return side
}

/** Saves what was written beside the source; what was typed comes back with the reason when it cannot be saved. */
export async function writeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  const member = c.get('member')
  const form = await postedForm(c)
  const { writer } = desk.newsroom.db
  authorize(storyPolicy.writePassages(member, await readEdition(writer, edition)), 'write this translation')
  const side = await readSideBySide(writer, edition)
  authorizeSource(member, side.source)
  const { typed, written, wrong } = readWritten(form, side.pairs)
  const words = c.get('say').translations
  if (wrong) {
    const passage = side.pairs.find(({ followed }) => followed?.id === wrong.id)?.source
    return showTranslation(c, desk, { failure: words.badTag(passage ? wordsOf(passage).slice(0, 60) : '', wrong.tag), typed })
  }
  const ticked = doneIn(form)
  try {
    await writePassages(desk.newsroom, member, { ...seenIn(form, edition), written, done: new Set([...ticked, ...written.keys()]) })
  } catch (error) {
    if (!(error instanceof Failure) || (error.kind !== 'conflict' && error.kind !== 'invalid')) throw error
    return showTranslation(c, desk, { failure: failureInWords(error, c.get('say')), typed })
  }
  const last = ticked.at(-1) ?? [...written.keys()].at(-1)
  const next = last === undefined ? undefined : (nextOpen((await readSideBySide(writer, edition)).pairs, last) ?? last)
  return c.redirect(`${sidePath(edition, field(form, 'open') === 'yes')}${next === undefined ? '' : `#passage-${next}`}`, 303)
}

export async function markAllFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return settle(c, (seen) => markPassages(desk.newsroom, c.get('member'), { ...seen, passages: 'all' }), desk)
}

export async function takeStructureFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return settle(c, (seen) => takeStructure(desk.newsroom, c.get('member'), seen), desk)
}

export async function fillFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const { translator } = desk
  authorize(
    storyPolicy.fillByMachine(c.get('member'), await readEdition(desk.newsroom.db.writer, idParam(c, 'edition'))),
    'have this translated',
  )
  if (!translator)
    throw new Failure('missing', 'no-translator', 'This newsroom has no machine that translates. An administrator sets MT_PROVIDER.')
  return settle(c, ({ edition }) => fillByMachine(desk.newsroom, c.get('member'), { edition, translator, signal: c.req.raw.signal }), desk)
}

export async function translateFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const wish = { edition: idParam(c, 'edition'), language: field(form, 'language') }
  try {
    const edition = await translateEdition(desk.newsroom, c.get('member'), wish)
    return c.redirect(link(paths.translation, { edition }), 303)
  } catch (error) {
    return showWriting(c, desk, { refused: refusedForm(c, error, form) })
  }
}

export async function spareFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  const revision = Number(field(await postedForm(c), 'revision'))
  await spareTranslations(desk.newsroom, c.get('member'), { edition, revision })
  return c.redirect(link(paths.edition, { edition }), 303)
}

type Seen = ReturnType<typeof seenIn>

/** One act upon a whole translation, then its page again; with the reason where it was refused. */
async function settle(c: DeskContext, act: (seen: Seen) => Promise<unknown>, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  try {
    await act(seenIn(await postedForm(c), edition))
  } catch (error) {
    if (!(error instanceof Failure) || (error.kind !== 'conflict' && error.kind !== 'unavailable')) throw error
    return showTranslation(c, desk, { failure: failureInWords(error, c.get('say')) })
  }
  return c.redirect(sidePath(edition, false), 303)
}

const seenIn = (form: FormData, edition: string) => ({
  edition,
  revision: Number(field(form, 'revision')),
  sourceRevision: Number(field(form, 'sourceRevision')),
})

const sidePath = (edition: string, isOnlyOpen: boolean): string => `${link(paths.translation, { edition })}${isOnlyOpen ? '?open=yes' : ''}`
