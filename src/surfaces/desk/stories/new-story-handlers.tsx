import { slugify } from '#lib/slugify.ts'
import { Failure } from '#lib/failure.ts'
import { addComment } from '#newsroom/comments/add-comment.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import type { DocumentDraft } from '../documents/draft-of-document.ts'
import { readDocument } from '../documents/read-document.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { field, postedForm } from '../frame/form.ts'
import type { RefusedForm } from '../frame/refusal.ts'
import { readingField, refusedForm } from '../frame/refusal.ts'
import { Refused } from '../frame/refused-form.tsx'
import { failureInWords } from '../words/failure-in-words.ts'
import { offered, registerChoices } from '../frame/register-names.ts'
import { NewStoryPage } from './new-story-page.tsx'

type Again = RefusedForm & { status: 409 | 422 | 503 }

export async function showNewStory(c: DeskContext, desk: Desk, refused?: Again): Promise<Response> {
  const member = c.get('member')
  const registers = await desk.registers.read()
  const choices = registerChoices(registers, c.get('say').language)
  const isTheirs = (given: string[] | null) => (choice: { value: string }) => given === null || given.includes(choice.value)
  return deskPage(
    c,
    desk,
    { title: c.get('say').newStory, at: paths.stories, ...(refused && { status: refused.status }) },
    <Refused value={refused}>
      <NewStoryPage
        languages={registers.settings.languages.filter((language) => isTheirs(member.languages)({ value: language }))}
        projects={offered(choices.projects, []).filter(isTheirs(member.projects))}
        sections={offered(choices.sections, []).filter(isTheirs(member.sections))}
        needsProject={member.projects !== null}
      />
    </Refused>,
  )
}

export async function fileFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  try {
    return c.redirect(link(paths.edition, { edition: await fileFrom(c, desk, form) }), 303)
  } catch (error) {
    const isForNow = error instanceof Failure && error.kind === 'unavailable'
    const later = { form: paths.stories, typed: form, faults: [], status: 503 } as const
    return showNewStory(c, desk, isForNow ? { ...later, failure: failureInWords(error, c.get('say')) } : refusedForm(c, error, form))
  }
}

async function fileFrom(c: DeskContext, desk: Desk, form: FormData): Promise<string> {
  const member = c.get('member')
  const language = field(form, 'language')
  const blank = beginning(form)
  // A document takes long to read: only for those who may file what it becomes.
  authorize(storyPolicy.fileStory(member, { ...blank, language, filedBy: member.id, state: 'draft' }), 'file this story')
  const draft = await documentIn(form)
  const content = { ...blank, ...(draft && written(draft)), ...headlined(field(form, 'headline')) }
  const { edition } = await fileStory(desk.newsroom, member, { language, content })
  if (draft && draft.left.length > 0) await addComment(desk.newsroom, member, { edition, words: leftInWords(c, draft) })
  return edition
}

/** A blank page. */
function beginning(form: FormData): RevisionContent {
  return {
    kind: 'news',
    slug: slugify(''),
    headline: '',
    summary: '',
    body: { type: 'doc', content: [] },
    byline: null,
    dateline: null,
    section: field(form, 'section') || null,
    projects: [field(form, 'projects')].filter((project) => project !== ''),
    places: [],
    topics: [],
    people: [],
    activity: null,
    searchTitle: null,
    searchDescription: null,
  }
}

/** What a Word document that came with the form says; undefined where none did. */
async function documentIn(form: FormData): Promise<DocumentDraft | undefined> {
  const document = form.get('document')
  if (!(document instanceof File) || document.size === 0) return undefined
  return readingField('document', async () => readDocument(new Uint8Array(await document.arrayBuffer())))
}

function written({ headline, summary = '', body }: DocumentDraft): Partial<RevisionContent> {
  return { ...headlined(headline), summary, body }
}

// Said where it stays in sight until somebody has seen to it.
function leftInWords(c: DeskContext, { left }: DocumentDraft): string {
  const say = c.get('say')
  const names = left.map((what) => say.filing.left[what])
  return say.filing.leftOut(new Intl.ListFormat(say.language).format(names))
}

function headlined(headline: string): Partial<RevisionContent> {
  return headline === '' ? {} : { headline, slug: slugify(headline) }
}
