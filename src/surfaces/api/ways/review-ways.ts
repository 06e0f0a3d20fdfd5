import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import { assignmentInput, assignStory, finishAssignment } from '#newsroom/assignments/assign-story.ts'
import { findAssignments } from '#newsroom/assignments/find-assignments.ts'
import { addComment, commentInput, resolveThread } from '#newsroom/comments/add-comment.ts'
import { findThreads } from '#newsroom/comments/find-comments.ts'
import { findPrivateLinks } from '#newsroom/private-links/answer-private-link.ts'
import { makePrivateLink, privateLinkInput, revokePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { clearStory, lookAtClearing } from '#newsroom/review/clear-story.ts'
import { sendBack } from '#newsroom/review/send-back.ts'
import { sendForReview, takeBack } from '#newsroom/review/send-for-review.ts'
import { api, link, routes } from '#src/routes.ts'

import { markedMoment } from '../cursor.ts'
import * as shapes from '../shapes/desk-shapes.ts'
import { day, shape } from '../shapes/shape.ts'
import { listWay } from '../list-way.ts'
import { done, way } from '../way.ts'
import { ofEdition, readable } from './params.ts'

const reason = z.string().trim().min(1).max(2000)

export const reviewWays = [
  way({
    operation: 'sendForReview',
    method: 'POST',
    path: api.review,
    tag: 'review',
    summary: 'Hand the latest revision over to the editors who may clear it',
    scope: 'write',
    needsMatch: 'revision',
    params: ofEdition,
    body: shape('Sending', z.object({ words: z.string().max(2000).optional() })),
    handle: async ({ newsroom, by, params, body, match }) => {
      await sendForReview(newsroom, by, { edition: params.edition, latest: match, ...(body.words !== undefined && { words: body.words }) })
      return done
    },
  }),
  way({
    operation: 'takeBack',
    method: 'DELETE',
    path: api.review,
    tag: 'review',
    summary: 'Take a text back from review, to go on writing',
    scope: 'write',
    params: ofEdition,
    handle: async ({ newsroom, by, params }) => {
      await takeBack(newsroom, by, params)
      return done
    },
  }),
  way({
    operation: 'sendBack',
    method: 'POST',
    path: api.sentBack,
    tag: 'review',
    summary: 'Send a text back to those who wrote it',
    scope: 'release',
    needsMatch: 'revision',
    params: ofEdition,
    body: shape('SendingBack', z.object({ reason })),
    handle: async ({ newsroom, by, params, body, match }) => {
      await sendBack(newsroom, by, { ...params, ...body, latest: match })
      return done
    },
  }),
  way({
    operation: 'clearStory',
    method: 'POST',
    path: api.clearance,
    tag: 'review',
    summary: 'Clear the revision that If-Match names, for release',
    scope: 'release',
    needsMatch: 'revision',
    params: ofEdition,
    body: shape(
      'Clearance',
      z.object({
        aloneBecause: reason.optional().describe('Why one pair of eyes must do.'),
        commentsSeen: z
          .int()
          .nonnegative()
          .optional()
          .describe('How many comments were read, answers and resolved ones too; where there are more, nothing is cleared.'),
      }),
    ),
    handle: async ({ newsroom, by, params, body, match }) => {
      const { aloneBecause, commentsSeen } = body
      const told = { ...(aloneBecause !== undefined && { aloneBecause }), ...(commentsSeen !== undefined && { commentsSeen }) }
      await clearStory(newsroom, by, { edition: params.edition, revision: match, ...told })
      return done
    },
  }),
  way({
    operation: 'lookAtClearing',
    method: 'POST',
    path: api.look,
    tag: 'review',
    summary: 'Look, as a second person, at what one cleared alone',
    scope: 'release',
    params: ofEdition.extend({ step: z.uuid() }),
    handle: async ({ newsroom, by, params }) => {
      await lookAtClearing(newsroom, by, { step: params.step })
      return done
    },
  }),
  listWay({
    operation: 'findThreads',
    path: api.comments,
    tag: 'review',
    summary: 'The threads of comments on an edition, oldest first, each with all that was said in it',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition,
    name: 'ThreadList',
    item: shapes.threadShape,
    mark: z.object({ at: markedMoment, id: z.uuid() }),
    atOnce: { usual: 50, most: 200 },
    handle: async ({ newsroom, by, params, after, limit }) => {
      await readable(newsroom, by, params.edition)
      return stretchOf(await findThreads(newsroom.db.writer, params.edition, { after, atMost: limit + 1 }), limit)
    },
  }),
  way({
    operation: 'addComment',
    method: 'POST',
    path: api.comments,
    tag: 'review',
    summary: 'Comment on a text, at a place in it or as a whole',
    scope: 'write',
    params: ofEdition,
    body: shape('Comment', commentInput.omit({ edition: true })),
    answer: shapes.madeShape,
    handle: async ({ newsroom, by, params, body }) => ({ value: { id: await addComment(newsroom, by, { ...body, ...params }) } }),
  }),
  way({
    operation: 'resolveThread',
    method: 'PUT',
    path: api.resolution,
    tag: 'review',
    summary: 'Close a thread, or open it again',
    scope: 'write',
    params: ofEdition.extend({ thread: z.uuid() }),
    body: shape('Resolution', z.object({ isResolved: z.boolean() })),
    handle: async ({ newsroom, by, params, body }) => {
      await resolveThread(newsroom, by, { ...params, ...body })
      return done
    },
  }),
  listWay({
    operation: 'findAssignments',
    path: api.assignments,
    tag: 'review',
    summary: 'What is asked of whom and not done yet, by its day',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition,
    name: 'AssignmentList',
    item: shapes.assignmentShape,
    mark: z.object({ dueOn: day.nullable(), id: z.uuid() }),
    atOnce: { usual: 50, most: 200 },
    handle: async ({ newsroom, by, params, after, limit }) => {
      await readable(newsroom, by, params.edition)
      return stretchOf(await findAssignments(newsroom.db.writer, params.edition, { after, atMost: limit + 1 }), limit)
    },
  }),
  way({
    operation: 'assignStory',
    method: 'POST',
    path: api.assignments,
    tag: 'review',
    summary: 'Ask a member to do something with a story',
    scope: 'write',
    params: ofEdition,
    body: shape('Assignment', assignmentInput.omit({ edition: true })),
    answer: shapes.madeShape,
    handle: async ({ newsroom, by, params, body }) => ({ value: { id: await assignStory(newsroom, by, { ...body, ...params }) } }),
  }),
  way({
    operation: 'finishAssignment',
    method: 'POST',
    path: api.completion,
    tag: 'review',
    summary: 'Say that what was asked is done',
    scope: 'write',
    params: ofEdition.extend({ assignment: z.uuid() }),
    handle: async ({ newsroom, by, params }) => {
      await finishAssignment(newsroom, by, params)
      return done
    },
  }),
  listWay({
    operation: 'findPrivateLinks',
    path: api.privateLinks,
    tag: 'review',
    summary: 'The links by which people outside see a draft, newest first, with what they answered (fifty times at most)',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition,
    name: 'PrivateLinkList',
    item: shapes.privateLinkShape,
    mark: z.object({ madeAt: markedMoment, id: z.uuid() }),
    atOnce: { usual: 50, most: 200 },
    handle: async ({ newsroom, by, params, after, limit }) => {
      await readable(newsroom, by, params.edition)
      return stretchOf(await findPrivateLinks(newsroom.db.writer, params.edition, { after, atMost: limit + 1 }), limit)
    },
  }),
  way({
    operation: 'makePrivateLink',
    method: 'POST',
    path: api.privateLinks,
    tag: 'review',
    summary: 'Make a link that shows the latest revision to people without an account; it is told once',
    scope: 'release',
    tellsOnce: true,
    params: ofEdition,
    body: shape('PrivateLink', privateLinkInput.omit({ edition: true })),
    answer: shapes.madeLinkShape,
    handle: async ({ api: { origin }, newsroom, by, params, body }) => {
      const token = await makePrivateLink(newsroom, by, { ...body, ...params })
      return { value: { url: `${origin}${link(routes.privateLink, { token })}` } }
    },
  }),
  way({
    operation: 'revokePrivateLink',
    method: 'DELETE',
    path: api.privateLink,
    tag: 'review',
    summary: 'Take a link back at once',
    scope: 'release',
    params: ofEdition.extend({ link: z.uuid() }),
    handle: async ({ newsroom, by, params }) => {
      await revokePrivateLink(newsroom, by, params)
      return done
    },
  }),
]
