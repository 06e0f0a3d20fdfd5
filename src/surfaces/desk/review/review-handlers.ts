import { assignStory, finishAssignment } from '#newsroom/assignments/assign-story.ts'
import { addComment, anchorSchema, resolveThread } from '#newsroom/comments/add-comment.ts'
import { clearStory, lookAtClearing } from '#newsroom/review/clear-story.ts'
import { sendBack } from '#newsroom/review/send-back.ts'
import { sendForReview, takeBack } from '#newsroom/review/send-for-review.ts'
import { planRelease } from '#newsroom/stories/plan-release.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { field, idParam, postedForm } from '../frame/form.ts'
import { instantIn, noMoment } from '../frame/moments.ts'
import { refusedForm } from '../frame/refusal.ts'
import { showWriting } from '../writing/writing-handlers.tsx'
import { answerForm } from './comment-panel.tsx'

/** What a form on the writing screen does: parsed, one operation, and back to the text; a form that was refused comes back beside it. */
type Act = (desk: Desk, c: DeskContext, form: FormData, edition: string) => Promise<unknown>

const toText =
  (act: Act) =>
  async (c: DeskContext, desk: Desk): Promise<Response> => {
    const edition = idParam(c, 'edition')
    const form = await postedForm(c)
    try {
      await act(desk, c, form, edition)
    } catch (error) {
      return showWriting(c, desk, { refused: refusedForm(c, error, form, answerForm(c.req.path, field(form, 'thread'))) })
    }
    return c.redirect(link(paths.edition, { edition }), 303)
  }

const toHome =
  (act: Act) =>
  async (c: DeskContext, desk: Desk): Promise<Response> => {
    await act(desk, c, await postedForm(c), idParam(c, 'edition'))
    return c.redirect(paths.home, 303)
  }

export const sendFromDesk = toText((desk, c, form, edition) =>
  sendForReview(desk.newsroom, c.get('member'), { edition, words: field(form, 'words') }),
)

export const takeBackFromDesk = toText((desk, c, _form, edition) => takeBack(desk.newsroom, c.get('member'), { edition }))

export const sendBackFromDesk = toText((desk, c, form, edition) =>
  sendBack(desk.newsroom, c.get('member'), { edition, reason: field(form, 'reason') }),
)

export const clearFromDesk = toText((desk, c, form, edition) => {
  const aloneBecause = field(form, 'aloneBecause')
  const revision = Number(field(form, 'revision'))
  const seen = field(form, 'commentsSeen')
  const told = { ...(aloneBecause !== '' && { aloneBecause }), ...(seen !== '' && { commentsSeen: Number(seen) }) }
  return clearStory(desk.newsroom, c.get('member'), { edition, revision, ...told })
})

export const lookFromDesk = toHome((desk, c) => lookAtClearing(desk.newsroom, c.get('member'), { step: idParam(c, 'step') }))

export const planFromDesk = toText(async (desk, c, form, edition) => {
  const said = field(form, 'at')
  const at = said === '' ? null : instantIn(said, (await desk.registers.read()).settings.timeZone)
  if (at === undefined) throw noMoment('at')
  return planRelease(desk.newsroom, c.get('member'), { edition, at })
})

export const commentFromDesk = toText((desk, c, form, edition) => {
  const thread = field(form, 'thread')
  const anchor = anchorSchema.safeParse(parsed(field(form, 'anchor'))).data ?? null
  return addComment(desk.newsroom, c.get('member'), { edition, words: field(form, 'words'), anchor, ...(thread !== '' && { thread }) })
})

export const resolveFromDesk = toText((desk, c, form, edition) =>
  resolveThread(desk.newsroom, c.get('member'), { edition, thread: idParam(c, 'thread'), isResolved: field(form, 'resolved') !== '' }),
)

export const assignFromDesk = toText((desk, c, form, edition) =>
  assignStory(desk.newsroom, c.get('member'), {
    edition,
    member: field(form, 'member'),
    task: field(form, 'task'),
    dueOn: field(form, 'dueOn') || null,
  }),
)

export const finishFromDesk = toHome((desk, c, _form, edition) =>
  finishAssignment(desk.newsroom, c.get('member'), { edition, assignment: idParam(c, 'assignment') }),
)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
