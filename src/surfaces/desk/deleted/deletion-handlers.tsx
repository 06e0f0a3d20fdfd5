import { Failure } from '#lib/failure.ts'
import { isUuid } from '#lib/is-uuid.ts'
import { bringBackDraft } from '#newsroom/deleted-drafts/bring-back-draft.ts'
import { deleteDraft } from '#newsroom/deleted-drafts/delete-draft.ts'
import type { DeletedDraft } from '#newsroom/deleted-drafts/deleted-draft.ts'
import type { DeletedLine, DeletedMark } from '#newsroom/deleted-drafts/find-deleted-drafts.ts'
import { findDeleted, listDeletedDrafts } from '#newsroom/deleted-drafts/find-deleted-drafts.ts'
import { weighDeletion } from '#newsroom/deleted-drafts/weigh-deletion.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import { failureInWords } from '../words/failure-in-words.ts'
import { DeletedDraftsPage } from './deleted-drafts-page.tsx'
import { DeletionPage } from './deletion-page.tsx'

const atOnce = 50

/** What would go with a draft; `failure`: why it did not go. */
export async function showDeletion(c: DeskContext, desk: Desk, failure?: string): Promise<Response> {
  const weight = await weighDeletion(desk.newsroom.db.writer, c.get('member'), idParam(c, 'edition'), desk.newsroom.clock.now())
  const { timeZone } = (await desk.registers.read()).settings
  const isRefused = weight.obstacle !== undefined || failure !== undefined
  return deskPage(
    c,
    desk,
    { title: c.get('say').deleted.ask, at: paths.stories, textLanguage: weight.edition.language, ...(isRefused && { status: 409 }) },
    <DeletionPage weight={weight} timeZone={timeZone} {...(failure !== undefined && { failure })} />,
  )
}

/** Goes on to the list, or to what stays of the story, where the way back is offered. */
export async function deleteFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  const revision = Number(field(await postedForm(c), 'revision'))
  try {
    const { other } = await deleteDraft(desk.newsroom, c.get('member'), { edition, revision })
    const there = other === null ? paths.stories : link(paths.edition, { edition: other })
    return c.redirect(`${there}?deleted=${edition}`, 303)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'conflict') throw error
    return showDeletion(c, desk, failureInWords(error, c.get('say')))
  }
}

export async function bringBackFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  await bringBackDraft(desk.newsroom, c.get('member'), { edition })
  return c.redirect(link(paths.edition, { edition }), 303)
}

export async function showDeletedDrafts(c: DeskContext, desk: Desk): Promise<Response> {
  const { newsroom, registers } = desk
  const after = placeOf(c.req.query('after'))
  const found = await listDeletedDrafts(newsroom.db.writer, c.get('member'), newsroom.clock.now(), { after, atMost: atOnce + 1 })
  const drafts = found.slice(0, atOnce)
  const last = found.length > atOnce ? drafts.at(-1) : undefined
  return deskPage(
    c,
    desk,
    { title: c.get('say').deleted.title, at: paths.stories },
    <DeletedDraftsPage
      drafts={drafts}
      timeZone={(await registers.read()).settings.timeZone}
      nextHref={last && `${paths.deletedDrafts}?after=${placeInWords(last)}`}
      firstHref={after && paths.deletedDrafts}
    />,
  )
}

/** The draft that a page was asked to tell of as just deleted; undefined where it is back, or not theirs to bring back. */
export async function justDeleted(c: DeskContext, desk: Desk): Promise<DeletedDraft | undefined> {
  const edition = c.req.query('deleted') ?? ''
  if (!isUuid(edition)) return undefined
  const told = await findDeleted(desk.newsroom.db.writer, c.get('member'), edition, desk.newsroom.clock.now())
  return told?.mayBringBack ? told.draft : undefined
}

const placeInWords = ({ deletedAt, edition }: DeletedLine): string => `${deletedAt.getTime()}_${edition}`

function placeOf(said: string | undefined): DeletedMark | undefined {
  const [at = '', edition = ''] = (said ?? '').split('_')
  return /^\d{1,15}$/.test(at) && isUuid(edition) ? { deletedAt: new Date(Number(at)), edition } : undefined
}
