import { Failure } from '#lib/failure.ts'
import { LiveReader } from '#newsroom/live/live-reader.ts'
import type { OpenLink } from '#newsroom/private-links/answer-private-link.ts'
import { answerPrivateLink, findPrivateLinks, openPrivateLink } from '#newsroom/private-links/answer-private-link.ts'
import { makePrivateLink, revokePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { readEdition } from '#newsroom/stories/edition-store.ts'
import { readLatest } from '#newsroom/stories/read-latest.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { desk as paths, link, routes } from '#src/routes.ts'
import { named } from '#surfaces/ui/in-words.ts'

import type { Desk, DeskContext, Draft } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import { viaOf } from '../frame/guard.ts'
import { momentInWords } from '../frame/moments.ts'
import type { Refusal, RefusedForm } from '../frame/refusal.ts'
import { refusedForm } from '../frame/refusal.ts'
import { Refused } from '../frame/refused-form.tsx'
import { PreviewPage } from './preview-page.tsx'
import { ShownPage } from './shown-page.tsx'

export async function showPreview(
  c: DeskContext,
  desk: Desk,
  { made, refused }: { made?: string; refused?: RefusedForm & Refusal } = {},
): Promise<Response> {
  const db = desk.newsroom.db.writer
  const member = c.get('member')
  const edition = await readEdition(db, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(member, edition), 'read this story')
  const [links, { settings }] = await Promise.all([findPrivateLinks(db, edition.id), desk.registers.read()])
  const page = {
    edition,
    links,
    mayShow: storyPolicy.makePrivateLink(member, edition),
    timeZone: settings.timeZone,
    now: desk.newsroom.clock.now(),
    ...(made !== undefined && { made }),
  }
  return deskPage(
    c,
    desk,
    { title: c.get('say').preview.title, at: paths.stories, isWide: true, ...(refused && { status: refused.status }) },
    <Refused value={refused}>
      <PreviewPage {...page} />
    </Refused>,
  )
}

/** The page alone, as the site would print it now. */
export async function printPreview(c: DeskContext, desk: Desk): Promise<Response> {
  const db = desk.newsroom.db.writer
  const { edition, content } = await readLatest(db, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(c.get('member'), edition), 'read this story')
  return printed(c, desk, { story: edition.story, edition: edition.id, language: edition.language, content })
}

export async function linkFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const wish = { edition: idParam(c, 'edition'), forWhom: field(form, 'forWhom'), days: field(form, 'days') }
  try {
    const token = await makePrivateLink(desk.newsroom, c.get('member'), wish)
    return await showPreview(c, desk, { made: desk.origin + link(routes.privateLink, { token }) })
  } catch (error) {
    return showPreview(c, desk, { refused: refusedForm(c, error, form) })
  }
}

/** The page that tells a link once is not to be had again; whoever reloads it is led to what lists the link. */
export async function backToPreview(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = await readEdition(desk.newsroom.db.writer, idParam(c, 'edition'))
  authorize(storyPolicy.readStory(c.get('member'), edition), 'read this story')
  return c.redirect(link(paths.preview, { edition: edition.id }), 303)
}

export async function revokeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const edition = idParam(c, 'edition')
  await revokePrivateLink(desk.newsroom, c.get('member'), { edition, link: idParam(c, 'link') })
  return c.redirect(link(paths.preview, { edition }), 303)
}

/** What a private link shows; whoever has it needs no account. */
export async function showPrivately(c: DeskContext, desk: Desk, refused?: RefusedForm & Refusal): Promise<Response> {
  const say = c.get('say')
  const { token, opened } = await linkOf(c, desk)
  const { settings } = await desk.registers.read()
  const page = {
    token,
    page: link(routes.privateLinkPage, { token }),
    by: say.shown.by(opened.madeByName, named(settings.name, say.language)),
    until: say.shown.until(momentInWords(opened.expiresAt, settings.timeZone, say.language)),
    thanks: !refused && c.req.query('thanks') !== undefined,
  }
  c.header('x-robots-tag', 'noindex')
  return deskPage(
    c,
    desk,
    { title: opened.headline, ...(refused && { status: refused.status }) },
    <Refused value={refused}>
      <ShownPage {...page} />
    </Refused>,
  )
}

export async function printPrivately(c: DeskContext, desk: Desk): Promise<Response> {
  const { opened } = await linkOf(c, desk)
  const { story } = await readEdition(desk.newsroom.db.writer, opened.edition)
  return printed(c, desk, { story, edition: opened.edition, language: opened.language, content: opened.content })
}

export async function answerFromOutside(c: DeskContext, desk: Desk): Promise<Response> {
  const { token } = await linkOf(c, desk)
  const form = await postedForm(c)
  const said = { name: field(form, 'name'), verdict: field(form, 'verdict'), words: field(form, 'words') }
  try {
    await answerPrivateLink(desk.newsroom, token, said, viaOf(c))
  } catch (error) {
    return showPrivately(c, desk, refusedForm(c, error, form))
  }
  return c.redirect(`${link(routes.privateLink, { token })}?thanks`, 303)
}

async function linkOf(c: DeskContext, desk: Desk): Promise<{ token: string; opened: OpenLink }> {
  const token = c.req.param('token') ?? ''
  const opened = await openPrivateLink(desk.newsroom.db.writer, token, desk.newsroom.clock.now())
  if (!opened) throw new Failure('missing', 'no-such-link', c.get('say').shown.gone)
  return { token, opened }
}

async function printed(c: DeskContext, desk: Desk, draft: Omit<Draft, 'publishedAt'>): Promise<Response> {
  const now = desk.newsroom.clock.now()
  const live = new LiveReader(desk.newsroom.db.site, await desk.registers.read(), now)
  c.header('x-robots-tag', 'noindex')
  return c.html(await desk.printDraft(live, { ...draft, publishedAt: now }))
}
