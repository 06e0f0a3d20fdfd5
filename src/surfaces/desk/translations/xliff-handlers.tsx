import { Failure } from '#lib/failure.ts'
import { exportXliff } from '#newsroom/translations/export-xliff.ts'
import { importTranslation, previewImport } from '#newsroom/translations/import-translation.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { readEdition } from '#newsroom/stories/edition-store.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import { readingField, refusedForm } from '../frame/refusal.ts'
import { showMatrix } from './matrix-handlers.tsx'
import { ReturnedPage } from './returned-page.tsx'
import { failureInWords } from '../words/failure-in-words.ts'

/** One translation as an XLIFF document. */
export async function giveOut(c: DeskContext, desk: Desk): Promise<Response> {
  return answerWith(c, desk, [idParam(c, 'edition')])
}

/** The translations that were chosen in the matrix as one XLIFF document. */
export async function giveManyOut(c: DeskContext, desk: Desk): Promise<Response> {
  const chosen = (c.req.queries('edition') ?? []).filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
  return answerWith(c, desk, chosen)
}

async function answerWith(c: DeskContext, desk: Desk, editions: string[]): Promise<Response> {
  const { text, from, to } = await exportXliff(desk.newsroom.db.writer, c.get('member'), editions)
  const day = desk.newsroom.clock.now().toISOString().slice(0, 10)
  return c.body(text, 200, {
    'content-type': 'application/xliff+xml; charset=utf-8',
    'content-disposition': `attachment; filename="${from}-${to}-${day}.xlf"`,
    'x-content-type-options': 'nosniff',
  })
}

/** What a document from translators would change, before anything is. */
export async function lookAtReturned(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  try {
    return await readingField('file', async () => showReturned(c, desk, await documentIn(c, form)))
  } catch (error) {
    return showMatrix(c, desk, refusedForm(c, error, form))
  }
}

async function documentIn(c: DeskContext, form: FormData): Promise<{ text: string; name: string }> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw new Failure('invalid', 'no-file', c.get('say').translations.noFile)
  return { text: await file.text(), name: file.name.slice(0, 100) }
}

export async function takeReturnedIn(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const said = form.get('text')
  const document = { text: typeof said === 'string' ? said : '', name: field(form, 'name').slice(0, 100) }
  const input = {
    text: document.text,
    what: document.name,
    name: c.get('say').translations.revisionName(document.name),
    takesRest: field(form, 'takesRest') !== '',
  }
  try {
    const taken = await importTranslation(desk.newsroom, c.get('member'), input)
    const [only] = taken
    return c.redirect(only && taken.length === 1 ? link(paths.translation, { edition: only.edition }) : paths.translations, 303)
  } catch (error) {
    // What changed in the meantime is shown beside what can still be taken in.
    if (!(error instanceof Failure) || error.kind !== 'conflict') throw error
    return showReturned(c, desk, document, failureInWords(error, c.get('say')))
  }
}

async function showReturned(c: DeskContext, desk: Desk, document: { text: string; name: string }, failure?: string): Promise<Response> {
  const member = c.get('member')
  const { writer } = desk.newsroom.db
  const previews = await previewImport(writer, member, { text: document.text, what: document.name })
  const editions = await Promise.all(previews.map(({ edition }) => readEdition(writer, edition)))
  return deskPage(
    c,
    desk,
    { title: c.get('say').translations.inTitle, at: paths.translations, ...(failure !== undefined && { status: 409 }) },
    <ReturnedPage
      document={document}
      previews={previews}
      failure={failure}
      mayTake={editions.every((edition) => storyPolicy.importTranslation(member, edition))}
    />,
  )
}
