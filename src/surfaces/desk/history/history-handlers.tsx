import { compareContents } from '#newsroom/comparing/compare-contents.ts'
import { findChangesOf } from '#newsroom/desk-lists/find-changes-of.ts'
import { settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { readEdition, readRevision } from '#newsroom/stories/edition-store.ts'
import { listSteps } from '#newsroom/stories/list-steps.ts'
import { findScheduled, findShownNow } from '#newsroom/stories/release-store.ts'
import { listRevisions } from '#newsroom/stories/read-writing.ts'
import { nameRevision, restoreRevision } from '#newsroom/stories/restore-revision.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, idParam, numberParam, postedForm } from '../frame/form.ts'
import { ComparePage } from './compare-page.tsx'
import { HistoryPage } from './history-page.tsx'
import { namer } from './name-fact.ts'

const mostListed = 100

export async function showHistory(c: DeskContext, desk: Desk): Promise<Response> {
  const db = desk.newsroom.db.writer
  const edition = await readEdition(db, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(c.get('member'), edition), 'read this story')
  const before = /^[1-9]\d{0,8}$/.exec(c.req.query('before') ?? '')?.[0]
  const now = desk.newsroom.clock.now()
  const [listed, steps, changes, shownNow, scheduled, { settings }] = await Promise.all([
    listRevisions(db, edition.id, { atMost: mostListed + 1, ...(before && { after: { number: Number(before) } }) }),
    listSteps(db, edition.id),
    findChangesOf(db, c.get('member'), edition.id),
    findShownNow(db, edition.id, now),
    findScheduled(db, edition.id, now),
    desk.registers.read(),
  ])
  const revisions = listed.slice(0, mostListed)
  const olderThan = listed.length > mostListed ? (revisions.at(-1)?.number ?? null) : null
  const seesAudit = settingsPolicy.readAudit(c.get('member'))
  const page = { edition, shownNow, scheduled, revisions, steps, changes, olderThan, timeZone: settings.timeZone, seesAudit }
  return deskPage(c, desk, { title: c.get('say').history.title, at: paths.stories }, <HistoryPage {...page} />)
}

/** A revision beside another: the one before it, unless the query says which. */
export async function showRevision(c: DeskContext, desk: Desk): Promise<Response> {
  const member = c.get('member')
  const db = desk.newsroom.db.writer
  const number = numberParam(c, 'number')
  const edition = await readEdition(db, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(member, edition), 'read this story')
  const [latest, registers] = await Promise.all([listRevisions(db, edition.id), desk.registers.read()])
  const oldest = latest.at(-1)?.number ?? number
  const revisions =
    number > oldest ? latest : [...latest, ...(await listRevisions(db, edition.id, { after: { number: oldest }, atMost: oldest }))]
  const asked = Number(c.req.query('with'))
  const before = revisions.find((revision) => revision.number < number)
  const other = revisions.some((revision) => revision.number === asked) ? asked : (before?.number ?? number)
  const [earlier, later] = [Math.min(number, other), Math.max(number, other)]
  const changes = compareContents(await readRevision(db, edition.id, earlier), await readRevision(db, edition.id, later))
  const rights = { mayWrite: storyPolicy.restoreRevision(member, edition), mayName: storyPolicy.nameRevision(member, edition) }
  const page = { edition, number, other, revisions, changes, nameOf: namer(registers, c.get('say')), ...rights }
  return deskPage(c, desk, { title: c.get('say').writing.revision(number), at: paths.stories }, <ComparePage {...page} />)
}

export async function restoreFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  await restoreRevision(desk.newsroom, c.get('member'), { edition, revision: numberParam(c, 'number') })
  return c.redirect(link(paths.edition, { edition }), 303)
}

export async function nameFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const [edition, number] = [idParam(c, 'edition'), numberParam(c, 'number')]
  await nameRevision(desk.newsroom, c.get('member'), { edition, revision: number, name: field(await postedForm(c), 'name') })
  return c.redirect(link(paths.revision, { edition, number: String(number) }), 303)
}
