import { z } from 'zod'

import { checkEdition } from '#newsroom/stories/check-edition.ts'
import { fileEdition, fileStory } from '#newsroom/stories/file-story.ts'
import { readLatest } from '#newsroom/stories/read-latest.ts'
import type { Writing } from '#newsroom/stories/read-writing.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { revisionContent } from '#newsroom/stories/story-input.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { putDownPen, takePen } from '#newsroom/stories/take-pen.ts'
import { api, link } from '#src/routes.ts'

import * as shapes from '../shapes/desk-shapes.ts'
import { language, shape } from '../shapes/shape.ts'
import { done, way } from '../way.ts'
import { ofEdition } from './params.ts'

const content = shape('ContentInput', revisionContent)
const filing = shape('Filing', z.object({ language, content }))
const tab = z.string().min(1).max(100).describe('Any name that one writer keeps.')

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
      const { writer } = newsroom.db
      const { edition, content } = await readLatest(writer, params.edition)
      authorize(storyPolicy.readStory(by, edition), 'read this story')
      const { id, revision, language } = edition
      const at = { edition: { id, revision }, language, moment: newsroom.clock.now(), origin: newsroom.origin, by }
      return { value: { items: await checkEdition(writer, content, at) } }
    },
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
