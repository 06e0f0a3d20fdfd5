import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { addComment } from '#newsroom/comments/add-comment.ts'
import { fileVisibilityRule } from '#newsroom/house-rules/file-visibility-rule.ts'
import type { Member } from '#newsroom/members/member.ts'
import { makePrivateLink } from '#newsroom/private-links/make-private-link.ts'
import { addEntry } from '#newsroom/registers/add-entry.ts'
import { sendForReview } from '#newsroom/review/send-for-review.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { desk as paths, pathPattern } from '#src/routes.ts'
import { deskWays, openWays } from '#surfaces/desk/desk-ways.ts'
import { appCode } from '#test/app-code.ts'
import { admit, sectionsAndProjects, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, ferry, newsroomOn, released } from '#test/newsroom.ts'
import type { Typed } from '#test/refused-form.ts'
import { formsToFill, judgeRefused } from '#test/refused-form.ts'
import type { RefusedCase } from '#test/refused-form-cases.ts'
import { byPassage, byScripts, neverRefused, ownCases, pressed, refusedCases } from '#test/refused-form-cases.ts'
import type { SignInDesk } from '#test/sign-in-desk.ts'
import { openSignInDesk } from '#test/sign-in-desk.ts'
import type { Visitor } from '#test/visitor.ts'

const boss: Member = someone('Beatrice', 'administrator')
const outsider: Member = someone('Oleg', 'contributor', { projects: [] })
const languages = ['en', 'fr']
const posts = [...openWays, ...deskWays].filter(({ method }) => method === 'POST').map(({ path }) => path)
const elsewhere = [...pressed, ...byScripts, ...byPassage, ...neverRefused]

type Names = Readonly<Record<string, string>>
type Answer = { status: number; text: string }
type Send = (path: string, form: Typed, language: string) => Promise<Answer>

/** What is wrong with how a form that is not taken comes back, in each language of the desk. */
async function wrongOf(way: string, one: RefusedCase, names: Names, send: Send): Promise<string[]> {
  const path = named(way, { ...names, ...(one.edition && { edition: names[one.edition] ?? '' }), ...meant(one.to ?? {}, names) })
  const typed = meant(one.typed, names)
  const told: string[][] = []
  const wrong: string[] = []
  for (const language of languages) {
    const { status, text } = await send(path, typed, language)
    const { said, wrong: found } = judgeRefused(text, { action: one.action ?? path, typed, marks: one.marks })
    told.push(said)
    if (status !== (one.status ?? 422)) wrong.push(`answers ${status}`)
    if (!text.includes(`<html lang="${language}"`)) wrong.push(`does not speak ${language}`)
    wrong.push(...found)
  }
  const [english = [], french = []] = told
  wrong.push(...english.filter((text, i) => text === french[i]).map((text) => `says in French: ${text}`))
  return wrong.map((what) => `${way}, ${one.marks.join(' and ')}: ${what}`)
}

const named = (way: string, names: Names): string => way.replace(/:(\w+)/g, (_, name: string) => names[name] ?? name)

/** What is typed with ids in the places of the names that stand for them. */
const meant = <Value extends Typed[string]>(
  typed: Readonly<Record<string, Value>>,
  names: Names,
): Readonly<Record<string, Value | string>> =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith(':') ? (names[value.slice(1)] ?? value) : value,
    ]),
  )

/** The way that a form of a page is sent to. */
const wayOf = (action: string): string | undefined => posts.find((way) => pathPattern(way).test(new URL(action, 'http://desk').pathname))

test('every way that takes a form is asked what it does with one that it cannot take', () => {
  const asked = [...Object.keys(refusedCases), ...Object.keys(ownCases), ...elsewhere]
  expect([...new Set(posts)].toSorted()).toEqual(asked.toSorted())
})

describe.each(engines)('a form that is not taken comes back as it was typed, says why at its fields, and leads there, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let names: Names
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, boss, outsider, ana)
    at = await openTestDesk(newsroom, [boss])
    names = await thingsIn(newsroom)
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const send: Send = async (path, form, language) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(form))
      for (const one of [value].flat()) body.append(name, one === ':latest' ? await latestAt(path) : one)
    const headers = { cookie: `member=${boss.id}`, 'sec-fetch-site': 'same-origin', 'accept-language': language }
    const answer = await fetch(at.url + path, { method: 'POST', redirect: 'manual', headers, body })
    return { status: answer.status, text: await answer.text() }
  }

  /** The version that the form of a page is made from. */
  const latestAt = async (path: string) => /name="madeFrom" value="(\d+)"/.exec(await (await at.as(boss, path)).text())?.[1] ?? ''

  test.each(Object.entries(refusedCases))('%s', async (way, cases) => {
    for (const one of cases) expect(await wrongOf(way, one, names, send)).toEqual([])
  })

  test('where nothing is asked there is nothing to type in, on any page', async () => {
    const found = new Set<string>()
    for (const { path, method } of [...openWays, ...deskWays]) {
      if (method !== 'GET' || path.includes('*')) continue
      for (const edition of [names['edition'], names['sent'], names['out']]) {
        const page = await at.as(boss, named(path, { ...names, edition: edition ?? '' }))
        if (page.headers.get('content-type')?.startsWith('text/html'))
          for (const action of formsToFill(await page.text())) found.add(action)
      }
    }
    const ways = [...found].map((action) => wayOf(action) ?? `${action} is no way`)
    expect(ways.filter((way) => !Object.hasOwn(refusedCases, way) && !Object.hasOwn(ownCases, way) && !neverRefused.includes(way))).toEqual(
      [],
    )
    expect(new Set(ways).size).toBeGreaterThan(25)
  })
})

describe.each(engines)('so does a form of those who come in, on %s', (engine) => {
  let at: SignInDesk
  let signedIn: Visitor
  let withCodes: Visitor
  let pending: Visitor
  let names: Names
  beforeAll(async () => {
    at = await openSignInDesk(engine)
    signedIn = await memberOf(at, 'ana')
    withCodes = await memberOf(at, 'boris')
    const page = (await withCodes.post(paths.accountCodes, { password })).text
    const address = (/alt="(otpauth:[^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')
    await withCodes.post(paths.accountCodesBegun, { code: appCode(address) })
    pending = at.visitor()
    await pending.post(paths.signIn, { email: 'boris@example.org', password })
    names = { address, passkey: await passkeyOf(at, 'ana') }
  })
  afterAll(() => at[Symbol.asyncDispose]())

  test.each(Object.entries(ownCases))('%s', async (way, cases) => {
    const isOfCodes = way === paths.accountCodesOff || way === paths.accountBackupCodes
    const visitor = way === paths.signIn ? at.visitor() : way === paths.signInCode ? pending : isOfCodes ? withCodes : signedIn
    const send: Send = (path, form, language) => {
      const fields = Object.entries(form).map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : ''])
      return visitor.post(path, Object.fromEntries(fields), { 'accept-language': language })
    }
    for (const one of cases) expect(await wrongOf(way, one, names, send)).toEqual([])
  })
})

const password = 'four words are enough'

async function memberOf(at: SignInDesk, name: string): Promise<Visitor> {
  const visitor = at.visitor()
  await visitor.post(paths.signInLink, { token: (await at.invited(`${name}@example.org`)).token })
  await visitor.post(paths.accountPassword, { wanted: password })
  return visitor
}

async function passkeyOf({ newsroom: { db } }: SignInDesk, name: string): Promise<string> {
  const id = '01900000-0000-7000-8000-000000000b01'
  await sql`insert into newsroom.sign_in_passkey (id, name, public_key, user_id, credential_id, counter, device_type, backed_up)
    select ${id}, 'Phone', 'none', id, 'none', 0, 'singleDevice', false from newsroom.member where email = ${`${name}@example.org`}`.execute(
    db.writer,
  )
  return id
}

/** Something of everything that a form can be about. */
async function thingsIn(newsroom: TestNewsroom): Promise<Names> {
  const { strict } = await sectionsAndProjects(newsroom)
  const { edition } = await fileStory(newsroom, boss, { language: 'en', content: ferry({ slug: 'own', section: strict }) })
  const { edition: other } = await draft(newsroom, { slug: 'other' })
  const { edition: sent } = await draft(newsroom, { slug: 'sent' })
  await sendForReview(newsroom, ana, { edition: sent })
  const { edition: out } = await released(newsroom, { slug: 'out' })
  await released(newsroom, { slug: 'taken' })
  const topic = (slug: string) => addEntry(newsroom, boss, { register: 'topics', entry: { slug, name: { en: slug } } })
  await topic('taken')
  const funder = await addEntry(newsroom, boss, {
    register: 'organisations',
    entry: { slug: 'osier', name: { en: 'Osier Fund' }, kind: 'funder' },
  })
  const project = await addEntry(newsroom, boss, {
    register: 'projects',
    entry: { slug: 'a-quay', title: { en: 'A quay' }, status: 'running' },
  })
  const rule = await fileVisibilityRule(newsroom, boss, {
    funder, project: null, statement: { en: 'They pay.' }, disclaimer: null, places: ['story'], from: null, until: null,
  }) // prettier-ignore
  await newsroom.db.writer.updateTable('newsroom.member').set({ email: 'known@example.org' }).where('id', '=', outsider.id).execute()
  return {
    edition, other, sent, out, project, rule, member: ana.id, outsider: outsider.id, number: '1', register: 'topics', entry: await topic('quays'),
    thread: await addComment(newsroom, ana, { edition, words: 'Is this so?' }),
    token: await makePrivateLink(newsroom, boss, { edition, forWhom: 'A donor', days: '3' }),
  } // prettier-ignore
}
