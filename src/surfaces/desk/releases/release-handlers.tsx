import { Failure } from '#lib/failure.ts'
import { slugify } from '#lib/slugify.ts'
import { wallTime } from '#lib/wall-time.ts'
import { countUnsettled } from '#newsroom/review/count-unsettled.ts'
import { checkEdition } from '#newsroom/stories/check-edition.ts'
import { findScheduled, findShownNow } from '#newsroom/stories/release-store.ts'
import { callOffRelease } from '#newsroom/stories/call-off-release.ts'
import { changeSlug } from '#newsroom/stories/change-slug.ts'
import type { Scheduled } from '#newsroom/stories/release-store.ts'
import { dayIn } from '#newsroom/stories/live-edition.ts'
import { readOrigin } from '#newsroom/stories/read-origin.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { countUnreviewed } from '#newsroom/stories/passages/unreviewed.ts'
import { needsReason } from '#newsroom/stories/require-cleared.ts'
import { correctStory, releaseStory } from '#newsroom/stories/release-story.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { withdrawStory } from '#newsroom/stories/withdraw-story.ts'
import { readTranslationsOf } from '#newsroom/translations/read-translations-of.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import { instantIn, noMoment } from '../frame/moments.ts'
import type { Refusal, RefusedForm } from '../frame/refusal.ts'
import { refusedForm } from '../frame/refusal.ts'
import { Refused } from '../frame/refused-form.tsx'
import type { TypedWishes } from './release-form.tsx'
import { ReleasePage } from './release-page.tsx'

/** What was typed and refused comes back as it was typed. */
export async function showRelease(c: DeskContext, desk: Desk, refused?: RefusedForm & Refusal): Promise<Response> {
  const db = desk.newsroom.db.writer
  const writing = await readWriting(db, idParam(c, 'edition'))
  const { edition } = writing
  authorize(storyPolicy.releaseStory(c.get('member'), edition), 'release this story')
  const isUncleared = await needsReason(db, edition, edition)
  const { timeZone } = (await desk.registers.read()).settings
  const now = desk.newsroom.clock.now()
  const { origin } = desk.newsroom
  const findings = await checkEdition(db, writing.content, {
    edition,
    language: edition.language,
    moment: now,
    origin,
    by: c.get('member'),
  })
  const unreviewed = await countUnreviewed(db, edition.id, writing.content)
  const unsettled = await countUnsettled(db, edition.id)
  const { own: follows } = await readTranslationsOf(db, c.get('member'), edition.id)
  const isOut = (await findShownNow(db, edition.id, now)) !== null
  const scheduled = await findScheduled(db, edition.id, now)
  const publishedAt = (await readOrigin(db, edition, now))?.publishedAt
  const isOfRelease = refused?.form === link(paths.release, { edition: edition.id })
  const typed = isOfRelease ? typedWishes(refused.typed) : wishesBefore(writing, scheduled, timeZone)
  const page = {
    writing,
    isOut,
    scheduled,
    typed,
    timeZone,
    now,
    findings,
    unreviewed,
    unsettled,
    follows,
    needsReason: isUncleared,
    firstDay: publishedAt && publishedAt < now ? dayIn(publishedAt, timeZone) : undefined,
  }
  return deskPage(
    c,
    desk,
    { title: c.get('say').release.title, at: paths.stories, textLanguage: edition.language, ...(refused && { status: refused.status }) },
    <Refused value={refused}>
      <ReleasePage {...page} />
    </Refused>,
  )
}

export async function releaseFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  const form = await postedForm(c)
  try {
    const release = { edition, revision: Number(field(form, 'revision')), ...(await momentsOf(form, desk)), ...wishesOf(form) }
    if (field(form, 'note-kind') === 'correction')
      await correctStory(desk.newsroom, c.get('member'), { ...release, correction: field(form, 'correction') })
    else await releaseStory(desk.newsroom, c.get('member'), release)
  } catch (error) {
    const refused = refusedForm(c, error, form)
    // Its address is changed by a form of its own.
    return showRelease(c, desk, { ...refused, faults: refused.faults.filter((fault) => fault.field !== 'slug') })
  }
  return c.redirect(link(paths.edition, { edition }), 303)
}

export async function callOffFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  await callOffRelease(desk.newsroom, c.get('member'), { edition })
  return c.redirect(link(paths.edition, { edition }), 303)
}

export async function withdrawFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  const form = await postedForm(c)
  try {
    await withdrawStory(desk.newsroom, c.get('member'), { edition, reason: field(form, 'reason') })
  } catch (error) {
    return showRelease(c, desk, refusedForm(c, error, form))
  }
  return c.redirect(link(paths.edition, { edition }), 303)
}

export async function moveFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  const form = await postedForm(c)
  const said = field(form, 'slug')
  try {
    await changeSlug(desk.newsroom, c.get('member'), { edition, slug: said && slugify(said) })
  } catch (error) {
    return showRelease(c, desk, refusedForm(c, error, form))
  }
  return c.redirect(link(paths.edition, { edition }), 303)
}

/** When readers see it, and until when: wall-clock times of the newsroom's zone, made instants. */
async function momentsOf(form: FormData, desk: Desk): Promise<{ at?: Date; until?: Date }> {
  const { timeZone } = (await desk.registers.read()).settings
  const moment = (name: string): Date | undefined => {
    const said = field(form, name)
    const at = said === '' ? undefined : instantIn(said, timeZone)
    if (said !== '' && !at) throw noMoment(name)
    return at
  }
  const at = field(form, 'when') === 'later' ? moment('at') : undefined
  if (field(form, 'when') === 'later' && !at)
    throw new Failure('invalid', 'no-moment', 'Say at which day and time it should be released.', { values: { field: 'at' } })
  const until = moment('until')
  return { ...(at && { at }), ...(until && { until }) }
}

/** The form as what is scheduled or planned wishes it. */
function wishesBefore({ plannedFor, edition }: Writing, scheduled: Scheduled | undefined, timeZone: string): TypedWishes {
  const at = scheduled?.at ?? plannedFor
  const until = scheduled ? scheduled.until : edition.shownUntil
  return {
    isLater: at !== null,
    at: at ? wallTime(at, timeZone) : '',
    until: until ? wallTime(until, timeZone) : '',
    isEmbargoed: scheduled?.isEmbargoed ?? false,
    isMinor: false,
    correction: '',
    aloneBecause: '',
  }
}

const typedWishes = (form: FormData): TypedWishes => ({
  isLater: field(form, 'when') === 'later',
  at: field(form, 'at'),
  until: field(form, 'until'),
  isEmbargoed: field(form, 'isEmbargoed') !== '',
  isMinor: field(form, 'note-kind') === 'minor',
  correction: field(form, 'correction'),
  aloneBecause: field(form, 'aloneBecause'),
})

function wishesOf(form: FormData): { isEmbargoed: boolean; aloneBecause?: string } {
  const aloneBecause = field(form, 'aloneBecause')
  return { isEmbargoed: field(form, 'isEmbargoed') !== '', ...(aloneBecause !== '' && { aloneBecause }) }
}
