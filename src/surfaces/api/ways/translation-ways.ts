import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { statusOf } from '#newsroom/stories/passages/followed.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { authorizeSource } from '#newsroom/translations/authorize-source.ts'
import { exportXliff, mostExported } from '#newsroom/translations/export-xliff.ts'
import { fillByMachine } from '#newsroom/translations/fill-by-machine.ts'
import { importTranslation, previewImport } from '#newsroom/translations/import-translation.ts'
import { markPassages } from '#newsroom/translations/mark-passages.ts'
import type { SideBySide } from '#newsroom/translations/read-translation.ts'
import { readSideBySide } from '#newsroom/translations/read-translation.ts'
import { spareTranslations } from '#newsroom/translations/spare-translations.ts'
import { takeStructure } from '#newsroom/translations/take-structure.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { writePassages } from '#newsroom/translations/write-passages.ts'
import { api, link } from '#src/routes.ts'

import { madeShape, savedShape } from '../shapes/desk-shapes.ts'
import { language, shape } from '../shapes/shape.ts'
import * as shapes from '../shapes/translation-shapes.ts'
import { done, way } from '../way.ts'
import { ofEdition, readable } from './params.ts'

const sent = 'The document'

export const translationWays = [
  way({
    operation: 'translateEdition',
    method: 'POST',
    path: api.translations,
    tag: 'translations',
    summary: 'Make an edition in another language from this one, with its structure',
    scope: 'write',
    params: ofEdition,
    body: shape('NewTranslation', z.object({ language })),
    answer: madeShape,
    handle: async ({ newsroom, by, params, body }) => {
      const id = await translateEdition(newsroom, by, { ...params, ...body })
      return { value: { id }, location: link(api.edition, { edition: id }) }
    },
  }),
  way({
    operation: 'readSideBySide',
    method: 'GET',
    path: api.passages,
    tag: 'translations',
    summary: 'A translation laid beside its source, passage by passage',
    scope: 'read',
    asks: 'readStory',
    params: ofEdition,
    answer: shapes.sideBySideShape,
    handle: async ({ newsroom, by, params }) => {
      await readable(newsroom, by, params.edition)
      const side = await readSideBySide(newsroom.db.writer, params.edition)
      authorizeSource(by, side.source)
      return { value: sideBySideOf(side) }
    },
  }),
  way({
    operation: 'writePassages',
    method: 'PATCH',
    path: api.passages,
    tag: 'translations',
    summary: 'Write passages, and mark some done',
    scope: 'write',
    needsMatch: 'revision',
    params: ofEdition,
    body: shapes.writtenInput,
    answer: savedShape,
    handle: async ({ newsroom, by, params, body, match }) => {
      const written = new Map(body.written.map(({ id, words }) => [id, words]))
      const { sourceRevision } = body
      const work = { ...params, revision: match, sourceRevision, written, done: new Set(body.done) }
      return { value: { revision: await writePassages(newsroom, by, work) } }
    },
  }),
  way({
    operation: 'markPassages',
    method: 'POST',
    path: api.passagesDone,
    tag: 'translations',
    summary: 'Stand by passages as they are: these, or all',
    scope: 'write',
    needsMatch: 'revision',
    params: ofEdition,
    body: shapes.doneInput,
    handle: async ({ newsroom, by, params, body, match }) => {
      await markPassages(newsroom, by, { ...params, ...body, revision: match })
      return done
    },
  }),
  way({
    operation: 'takeStructure',
    method: 'POST',
    path: api.structure,
    tag: 'translations',
    summary: 'Take over how the source is built now; what is translated stays',
    scope: 'write',
    needsMatch: 'revision',
    params: ofEdition,
    body: shapes.structureInput,
    answer: savedShape,
    handle: async ({ newsroom, by, params, body, match }) => ({
      value: { revision: await takeStructure(newsroom, by, { ...params, ...body, revision: match }) },
    }),
  }),
  way({
    operation: 'spareTranslations',
    method: 'POST',
    path: api.minorChange,
    tag: 'translations',
    summary: 'Say that the last change of this edition does not concern its translations',
    scope: 'write',
    needsMatch: 'revision',
    params: ofEdition,
    handle: async ({ newsroom, by, params, match }) => {
      await spareTranslations(newsroom, by, { ...params, revision: match })
      return done
    },
  }),
  way({
    operation: 'fillByMachine',
    method: 'POST',
    path: api.machineDraft,
    tag: 'translations',
    summary: 'Have a machine translate what waits; it stays marked until a person has stood by it',
    scope: 'write',
    params: ofEdition,
    answer: shapes.filledShape,
    handle: async ({ api: { translator }, newsroom, by, params }) => {
      const edition = await readable(newsroom, by, params.edition)
      authorize(storyPolicy.fillByMachine(by, edition), 'have this edition translated')
      if (!translator)
        throw new Failure('conflict', 'no-translator', 'This newsroom has no machine that translates. Its administrator can name one.')
      return { value: { passages: await fillByMachine(newsroom, by, { ...params, translator }) } }
    },
  }),
  way({
    operation: 'exportXliff',
    method: 'GET',
    path: api.xliff,
    tag: 'translations',
    summary: 'Translations as one XLIFF 2.1 document for translators',
    scope: 'read',
    asks: 'readStory',
    query: z.object({
      editions: z
        .string()
        .regex(/^[0-9a-f-]{36}(?:,[0-9a-f-]{36})*$/)
        .max(37 * mostExported)
        .transform((ids) => ids.split(','))
        .pipe(z.array(z.uuid()))
        .describe('Ids, by commas.'),
    }),
    answer: shapes.xliffShape,
    handle: async ({ newsroom, by, query }) => ({ value: await exportXliff(newsroom.db.writer, by, query.editions) }),
  }),
  way({
    operation: 'previewImport',
    method: 'POST',
    makesNothing: true,
    path: api.xliffPlan,
    tag: 'translations',
    summary: 'What a document that came back would change; nothing is changed',
    scope: 'write',
    asks: 'importTranslation',
    body: shapes.xliffInput,
    answer: shapes.xliffPlanShape,
    handle: async ({ newsroom, by, body }) => ({
      value: { items: await previewImport(newsroom.db.writer, by, { text: body.text, what: sent }) },
    }),
  }),
  way({
    operation: 'importTranslation',
    method: 'POST',
    path: api.xliff,
    tag: 'translations',
    summary: 'Take a document in that came back from translators',
    scope: 'write',
    body: shapes.xliffTaking,
    answer: shapes.xliffTakenShape,
    handle: async ({ newsroom, by, body }) => ({ value: { items: await importTranslation(newsroom, by, { ...body, what: sent }) } }),
  }),
]

function sideBySideOf({ source, target, translation, pairs }: SideBySide) {
  return {
    edition: target.id,
    source: source.id,
    revision: target.revision,
    sourceRevision: translation.sourceRevision,
    passages: pairs.map((pair) => ({
      id: pair.followed?.id ?? null,
      kind: (pair.source ?? pair.target)?.kind ?? null,
      status: pair.followed && statusOf(pair.followed),
      source: pair.source?.inlines ?? null,
      target: pair.target?.inlines ?? null,
    })),
  }
}
