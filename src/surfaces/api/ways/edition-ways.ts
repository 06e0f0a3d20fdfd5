import { z } from 'zod'

import { listEditions } from '#newsroom/desk-lists/list-editions.ts'
import { checkEdition } from '#newsroom/stories/check-edition.ts'
import { readRevision } from '#newsroom/stories/edition-store.ts'
import { fileEdition, fileStory } from '#newsroom/stories/file-story.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { listRevisions, readWriting } from '#newsroom/stories/read-writing.ts'
import { nameRevision, restoreRevision } from '#newsroom/stories/restore-revision.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { editionStates } from '#newsroom/stories/story.ts'
import { revisionContent } from '#newsroom/stories/story-input.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { putDownPen, takePen } from '#newsroom/stories/take-pen.ts'
import { api, link } from '#src/routes.ts'

import { readMark, writeMark } from '../cursor.ts'
import * as shapes from '../shapes/desk-shapes.ts'
import { cursorInput, language, shape } from '../shapes/shape.ts'
import { done, way } from '../way.ts'
import { given, ofEdition, readable } from './params.ts'

const content = shape('ContentInput', revisionContent)
const filing = shape('Filing', z.object({ language, content }))
const number = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)
const tab = z.string().min(1).max(100).describe('Any name that one writer keeps.')
const mark = z.object({ key: z.iso.datetime(), edition: z.uuid() })

export const editionWays = [
  way({
    operation: 'fileStory',
    method: 'POST',
    path: api.stories,
    tag: 'editions',
    summary: 'File a story with its first edition, as a draft',
    scope: 'write',
    body: filing,
    answer: shapes.filedShape,
    handle: async ({ newsroom, by, body }) => {
      const filed = await fileStory(newsroom, by, body)
      return { value: filed, location: link(api.edition, { edition: filed.edition }) }
    },
  }),
  way({
    operation: 'fileEdition',
    method: 'POST',
    path: api.storyEditions,
    tag: 'editions',
    summary: 'Give a story an edition in one more language, as a draft',
    scope: 'write',
    params: z.object({ story: z.uuid() }),
    body: filing,
    answer: shapes.filedShape,
    handle: async ({ newsroom, by, params: { story }, body }) => {
      const edition = await fileEdition(newsroom, by, { ...body, story })
      return { value: { story, edition }, location: link(api.edition, { edition }) }
    },
  }),
  way({
    operation: 'listEditions',
    method: 'GET',
    path: api.editions,
    tag: 'editions',
    summary: 'The editions that one may read',
    scope: 'read',
    asks: 'readStory',
    query: listQuery,
    answer: shapes.linesShape,
    handle: async ({ newsroom, by, query: { cursor, own, stale, ...query } }) => {
      const asked = given({ ...query, isOwn: own && own === 'true', isStale: stale && stale === 'true', after: readMark(cursor, mark) })
      const { lines, next } = await listEditions(newsroom.db.writer, by, asked, newsroom.clock.now())
      return { value: { items: lines, next: next ? writeMark(next) : null } }
    },
  }),
  way({
    operation: 'readWriting',
    method: 'GET',
    path: api.edition,
    tag: 'editions',
    summary: 'The latest revision of an edition, and where it stands. Its ETag names the revision.',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition,
    answer: shapes.editionShape,
    handle: async ({ newsroom, by, params }) => {
      const writing = await readWriting(newsroom.db.writer, params.edition)
      authorize(storyPolicy.readStory(by, writing.edition), 'read this story')
      return { value: editionOf(writing, newsroom.clock.now()), revision: { number: writing.edition.revision, hash: writing.hash } }
    },
  }),
  way({
    operation: 'saveRevision',
    method: 'PUT',
    path: api.edition,
    tag: 'editions',
    summary: 'Save the next revision, if it was made from the latest',
    scope: 'write',
    needsMatch: 'revision',
    params: ofEdition,
    body: content,
    answer: shapes.savedShape,
    handle: async ({ newsroom, by, params, body, match }) => ({
      value: { revision: await saveRevision(newsroom, by, { edition: params.edition, madeFrom: match, content: body }) },
    }),
  }),
  way({
    operation: 'checkEdition',
    method: 'GET',
    path: api.findings,
    tag: 'editions',
    summary: 'What the house’s checks find in the latest revision',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition,
    answer: shapes.findingsShape,
    handle: async ({ newsroom, by, params }) => {
      const edition = await readable(newsroom, by, params.edition)
      const { writer } = newsroom.db
      const said = await readRevision(writer, edition.id, edition.revision)
      const at = { language: edition.language, moment: newsroom.clock.now(), origin: newsroom.origin }
      return { value: { items: await checkEdition(writer, said, at) } }
    },
  }),
  way({
    operation: 'listRevisions',
    method: 'GET',
    path: api.revisions,
    tag: 'editions',
    summary: 'The last two hundred revisions of an edition, latest first',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition,
    answer: shapes.revisionsShape,
    handle: async ({ newsroom, by, params }) => {
      await readable(newsroom, by, params.edition)
      return { value: { items: await listRevisions(newsroom.db.writer, params.edition) } }
    },
  }),
  way({
    operation: 'readRevision',
    method: 'GET',
    path: api.revision,
    tag: 'editions',
    summary: 'What a revision says',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition.extend({ number }),
    answer: shapes.revisionShape,
    handle: async ({ newsroom, by, params }) => {
      await readable(newsroom, by, params.edition)
      return { value: { number: params.number, content: await readRevision(newsroom.db.writer, params.edition, params.number) } }
    },
  }),
  way({
    operation: 'nameRevision',
    method: 'PUT',
    path: api.revisionName,
    tag: 'editions',
    summary: 'Give a revision a name, so that it is found again; an empty one takes it away',
    scope: 'write',
    params: ofEdition.extend({ number }),
    body: shape('RevisionName', z.object({ name: z.string().max(120) })),
    handle: async ({ newsroom, by, params, body }) => {
      await nameRevision(newsroom, by, { edition: params.edition, revision: params.number, name: body.name })
      return done
    },
  }),
  way({
    operation: 'restoreRevision',
    method: 'POST',
    path: api.restorations,
    tag: 'editions',
    summary: 'Make an earlier revision the latest again, as a new one',
    scope: 'write',
    needsMatch: 'revision',
    params: ofEdition,
    body: shape('Restoration', z.object({ revision: number })),
    answer: shapes.savedShape,
    handle: async ({ newsroom, by, params, body }) => ({
      value: { revision: await restoreRevision(newsroom, by, { edition: params.edition, revision: body.revision }) },
    }),
  }),
  way({
    operation: 'takePen',
    method: 'PUT',
    path: api.pen,
    tag: 'editions',
    summary: 'Take or renew the pen, so that people at the desk see that someone is writing',
    scope: 'write',
    params: ofEdition,
    body: shape('Pen', z.object({ tab, takeOver: z.boolean().default(false) })),
    answer: shapes.savedShape,
    handle: async ({ newsroom, by, params, body }) => ({
      value: { revision: await takePen(newsroom, by, { edition: params.edition, ...body }) },
    }),
  }),
  way({
    operation: 'putDownPen',
    method: 'DELETE',
    path: api.pen,
    tag: 'editions',
    summary: 'Put the pen down',
    scope: 'write',
    params: ofEdition,
    query: z.object({ tab }),
    handle: async ({ newsroom, by, params, query }) => {
      await putDownPen(newsroom, by, { edition: params.edition, tab: query.tab })
      return done
    },
  }),
]

function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(`${text.replace(' ', 'T')}:00`).epochMilliseconds > 0
  } catch {
    return false
  }
}

function editionOf({ edition, pen, steps, content: said, ...saved }: Writing, now: Date) {
  const { shown, shownFrom, shownUntil } = edition
  return {
    ...saved,
    edition: edition.id,
    story: edition.story,
    language: edition.language,
    state: edition.state,
    revision: edition.revision,
    content: said,
    shown: shown !== null && shownFrom !== null ? { revision: shown, from: shownFrom, until: shownUntil } : null,
    pen: pen && pen.expiresAt > now ? { name: pen.name, expiresAt: pen.expiresAt } : null,
    steps,
  }
}
