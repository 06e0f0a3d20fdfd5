import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { addComment } from '#newsroom/comments/add-comment.ts'
import { assignStory } from '#newsroom/assignments/assign-story.ts'
import type { Member } from '#newsroom/members/member.ts'
import { findThreads } from '#newsroom/comments/find-comments.ts'
import { deleteDraft } from '#newsroom/deleted-drafts/delete-draft.ts'
import { makePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import { describe as describeApi } from '#surfaces/api/description/describe.ts'
import { requiredWithoutFields } from '#surfaces/api/description/json-schema.ts'
import type { KnownThings, MadeRequest } from '#test/api-requests.ts'
import { anyRequest } from '#test/api-requests.ts'
import type { TestApi } from '#test/api.ts'
import { openTestApi } from '#test/api.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn, released } from '#test/newsroom.ts'

/** In everything that only those may read to whom it is given. */
const secret = 'Zorkmid'
const requests = Number(process.env['DATELINE_FUZZ'] ?? 1500)
const seed = Number(process.env['DATELINE_FUZZ_SEED'] ?? 20_260_505)

const description = describeApi()
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
ajv.addSchema({ $id: 'api', ...description })
// What is asked for without `fields` comes whole.
ajv.addSchema({ $id: 'whole', ...wholly(description) })
const problem = ajv.getSchema('api#/components/schemas/Problem')

describe.each(engines)('requests made up from the description, on %s', (engine) => {
  let newsroom: TestNewsroom
  let api: TestApi
  let known: KnownThings
  const ana = someone('Ana', 'contributor')
  const [edit, admin, second] = [someone('Edit', 'editor'), someone('Admin', 'administrator'), someone('Second', 'administrator')]

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    const { theirs, ours } = await sectionsAndProjects(newsroom)
    ana.projects = [ours]
    await admit(newsroom, ana, edit, admin, second)
    known = await fill(newsroom, { admin, edit, secret: theirs, open: ours })
    api = await openTestApi(newsroom)
  })

  afterAll(async () => {
    await api[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  test('none breaks anything, none is told what is not for it, and each is answered as described', { timeout: 1_200_000 }, async () => {
    const made = fc.sample(anyRequest(description, known), { numRuns: requests, seed })
    const everyOperation = Object.values(description.paths).flatMap((methods) => Object.values(methods))
    expect(new Set(made.map(({ operation }) => operation.operationId)).size).toBe(everyOperation.length)
    const third = Math.ceil(requests / 3)
    const counts = new Map<number, number>()
    const wrong: string[] = []
    let told = 0
    const began = performance.now()
    const ask = async (request: MadeRequest, key: string | undefined, maySee: boolean) => {
      const { status, text } = await send(request, key)
      counts.set(status, (counts.get(status) ?? 0) + 1)
      if (maySee && text.includes(secret)) told += 1
      const fault = faultOf(request, status, text, maySee)
      if (fault)
        wrong.push(
          `${request.method} ${request.target.slice(0, 200)} ${status}: ${fault}\n  ${request.body?.slice(0, 400) ?? ''}\n  ${text.slice(0, 300)}`,
        )
      return status
    }
    const send = async ({ method, target, headers, body }: MadeRequest, key: string | undefined) => {
      const answer = await fetch(api.url + target, {
        method,
        redirect: 'manual',
        headers: { ...headers, ...(key !== undefined && { authorization: `Bearer ${key}` }) },
        ...(body !== undefined && method !== 'GET' && { body }),
      })
      return { status: answer.status, text: await answer.text() }
    }
    let key = await api.keyOf(ana)
    for (const [position, request] of made.entries()) {
      const maySee = position >= third * 2
      if (position % 80 === 0) newsroom.clock.advance(61_000)
      if (position === third * 2) key = await api.keyOf(admin)
      const isOpen = request.operation['security'] !== undefined
      const status = await ask(request, isOpen || position % 20 === 0 ? undefined : key, maySee)
      // Whoever shut itself out comes in again.
      if (status === 401 && maySee) key = await api.keyOf((await stillThere(newsroom, admin)) ? admin : second)
    }
    const tally = [...counts].toSorted(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`)
    if (process.env['DATELINE_FUZZ'])
      process.stderr.write(`${requests} requests in ${Math.round(performance.now() - began)} ms; ${tally.join(', ')}\n`)
    expect(wrong.slice(0, 5).join('\n\n')).toBe('')
    expect(api.broken).toEqual([])
    expect(told, 'those who may see a secret are told').toBeGreaterThan(0)
    expect((counts.get(200) ?? 0) + (counts.get(201) ?? 0) + (counts.get(204) ?? 0), tally.join(', ')).toBeGreaterThan(requests / 6)
  })
})

/** What is wrong with an answer; undefined: nothing. */
function faultOf({ path, method, target, operation }: MadeRequest, status: number, text: string, maySee: boolean): string | undefined {
  if (status >= 500) return 'it broke'
  if (!maySee && text.includes(secret)) return 'it told a secret'
  if (status === 301) return text === '' ? undefined : 'a redirect with words'
  // What is no request at all never comes as far as the API.
  if (status === 400 && text === 'Bad Request\n') return undefined
  if (status >= 400) {
    const said = jsonIn(text)
    return problem?.(said) === true ? undefined : 'no problem as described'
  }
  const described = operation.responses[String(status)]
  if (!described || '$ref' in described) return 'a status that is not described'
  if (!described.content) return text === '' ? undefined : 'words where none are described'
  const isWhole = !/[?&]fields=[^&]/.test(target)
  const pointer = `${isWhole ? 'whole' : 'api'}#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`
  const check = ajv.getSchema(pointer)
  if (!check) throw new Error(`no schema at ${pointer}`)
  return check(jsonIn(text)) === true ? undefined : ajv.errorsText(check.errors ?? null)
}

function wholly(described: object): object {
  return JSON.parse(JSON.stringify(described), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(requiredWithoutFields in value)) return value
    const { required = [], [requiredWithoutFields]: rest } = value as { required?: string[]; [requiredWithoutFields]: string[] }
    return { ...value, required: [...required, ...rest] }
  }) as object
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const escaped = (path: string): string => encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'))

async function stillThere({ db }: TestNewsroom, { id }: Member): Promise<boolean> {
  const row = await db.writer.selectFrom('newsroom.member').select(['role', 'state']).where('id', '=', id).executeTakeFirst()
  return row?.role === 'administrator' && row.state === 'active'
}

/** Stories, drafts and notes: the secret ones lie in a project that is not given to Ana. */
async function fill(newsroom: TestNewsroom, of: { admin: Member; edit: Member; secret: string; open: string }): Promise<KnownThings> {
  const shown = await released(newsroom, { slug: 'ferry', projects: [of.open] })
  const file = (headline: string, project: string) =>
    fileStory(newsroom, of.edit, { language: 'en', content: ferry({ headline, slug: '', projects: [project], summary: headline }) })
  const [hidden, open] = [await file(`${secret} sails`, of.secret), await file('A raft', of.open)]
  await addComment(newsroom, of.edit, { edition: hidden.edition, words: `${secret}: is it so?`, anchor: null })
  await addComment(newsroom, of.edit, { edition: open.edition, words: 'Is it so?', anchor: null })
  await makePrivateLink(newsroom, of.edit, { edition: hidden.edition, forWhom: secret, days: 3 })
  await assignStory(newsroom, of.admin, { edition: hidden.edition, member: of.edit.id, task: secret })
  const [translated, hiddenToo] = [
    await translateEdition(newsroom, of.edit, { edition: open.edition, language: 'fr' }),
    await translateEdition(newsroom, of.edit, { edition: hidden.edition, language: 'fr' }),
  ]
  // Of what was deleted, too, only those hear who might read it.
  const gone = [await file(`${secret} sank`, of.secret), await file('A wreck', of.open)]
  for (const { edition } of gone) await deleteDraft(newsroom, of.edit, { edition })
  // Addresses of members are for administrators.
  await newsroom.db.writer
    .updateTable('newsroom.member')
    .set({ email: `${secret}@example.org` })
    .where('id', '=', of.edit.id)
    .execute()
  const threads = (await findThreads(newsroom.db.writer, open.edition)).map(({ id }) => id)
  const editions = [shown.edition, hidden.edition, open.edition, translated, hiddenToo, ...gone.map(({ edition }) => edition)]
  return {
    edition: editions,
    editions,
    story: [shown.story, hidden.story, open.story],
    slug: ['ferry', 'a-b'],
    thread: threads,
    member: [of.edit.id, of.admin.id],
    register: ['sections', 'projects', 'organisations', 'places', 'topics', 'people'],
    id: [of.open, of.secret, 'MD', ...editions],
    number: ['1', '2'],
    language: ['en', 'fr', 'ar'],
    lang: ['en', 'fr'],
    q: ['ferry', secret, 'river'],
    text: ['ferry', secret],
    project: [of.open],
  }
}
