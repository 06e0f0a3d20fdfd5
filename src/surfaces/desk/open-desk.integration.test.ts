import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { desk as paths, link, routes } from '#src/routes.ts'
import { admit, sectionsAndProjects } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, newsroomOn } from '#test/newsroom.ts'

describe.each(engines)('the desk, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await sectionsAndProjects(newsroom)
    await admit(newsroom, ana, edit)
    at = await openTestDesk(newsroom, [ana, edit])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const inFrench = (path: string, form?: Record<string, string>) => at.as(edit, path, form, { 'accept-language': 'fr-CH, en;q=0.5' })

  test('readers who search and probes that ask are answered beside it, without signing in', async () => {
    for (const path of [`${routes.search}?q=ferry`, routes.health, routes.ready]) {
      const answer = await fetch(at.url + path, { redirect: 'manual' })
      expect([path, answer.status]).toEqual([path, 200])
    }
  })

  test('what is not there is told at the desk, in the language of whoever asks', async () => {
    const answer = await inFrench(`${paths.home}/nothing`)
    expect(answer.status).toBe(404)
    const page = await answer.text()
    expect(page).toContain('<html lang="fr"')
    expect(page).toContain('Il n’y a rien à cette adresse.')
    expect(await (await at.as(edit, `${paths.home}/nothing`)).text()).toContain('There is nothing at this address.')
    expect((await fetch(`${at.url}${paths.home}/nothing`, { redirect: 'manual' })).status).toBe(303)
  })

  test('a browser that asks for what no language is called gets English', async () => {
    const answer = await at.as(edit, paths.home, undefined, { 'accept-language': 'constructor' })
    expect([answer.status, (await answer.text()).includes('<html lang="en"')]).toEqual([200, true])
  })

  test('a refusal is told in French, as a page and to a script', async () => {
    const { edition } = await draft(newsroom, { headline: 'Two banks' })
    const path = link(paths.release, { edition })
    const page = await at.as(ana, path, undefined, { 'accept-language': 'fr' })
    expect([page.status, (await page.text()).includes('Cela ne vous est pas permis')]).toEqual([403, true])
    const told = await at.as(ana, path, undefined, { 'accept-language': 'fr', accept: 'application/json' })
    expect(await told.json()).toMatchObject({ code: 'not-allowed', message: expect.stringContaining('Votre rôle') })
  })
})
