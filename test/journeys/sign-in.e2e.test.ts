import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { inviteMember } from '#newsroom/members/invite-member.ts'
import { operator } from '#newsroom/members/member.ts'
import { readConfig } from '#platform/config/config.ts'
import type { RunningServer } from '#platform/http/serve.ts'
import { openApp } from '#src/app.ts'
import { openDeskParts } from '#src/desk-parts.ts'
import { desk as paths } from '#src/routes.ts'
import { signInLinkAddress } from '#surfaces/desk/sign-in/sign-in-link-address.ts'
import { barriers } from '#test/barriers.ts'
import { appCode } from '#test/app-code.ts'
import { openChromium } from '#test/chromium.ts'
import { deskCache } from '#test/desk.ts'
import { signInWithPasskey } from '#test/desk-hands.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'
import { silent } from '#test/silent-log.ts'

const password = 'four words are enough'

let newsroom: TestNewsroom
let browser: Browser
let server: RunningServer
let origin: string
let stop: () => Promise<void>

beforeAll(async () => {
  newsroom = await newsroomOn('pglite')
  const port = await freePort()
  origin = `http://localhost:${port}`
  const config = readConfig({ DATELINE_SECRET: 'a secret of at least thirty-two characters' })
  const parts = await openDeskParts({ newsroom, config, origin, mailer: { send: async () => undefined }, log: silent })
  const app = await openApp({ newsroom, origin, log: silent, desk: { ...parts, cacheFolder: deskCache } })
  server = await app.listen({ host: 'localhost', port })
  browser = await openChromium()
  stop = async () => {
    await browser.close()
    await server.close()
    await app[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  }
})
afterAll(() => stop())

test('whoever is invited comes in by the link, adds a passkey, and signs in with it ever after', async () => {
  await using visit = await open()
  const { page, context } = visit
  await page.goto(await invitation('ana@example.org'))
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.waitForURL(`${origin}${paths.account}`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.waitForURL(`${origin}${paths.account}?done=saved`)
  expect(await page.getByLabel('Name of the passkey').count()).toBe(1)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(`${origin}${paths.signIn}`)
  // The wish to see a page survives the signing in.
  await context.clearCookies()
  await visit.answers(false)
  await page.goto(`${origin}${paths.stories}?state=draft`)
  await page.waitForURL(/\/desk\/sign-in\?next=/)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
  await visit.answers(true)
  await signInWithPasskey(page, `${origin}${paths.stories}?state=draft`)
  expect(await page.getByRole('link', { name: 'ana', exact: true }).count()).toBe(1)
})

test('the browser offers the passkey by itself where the e-mail is asked for', async () => {
  await using visit = await open()
  const { page } = visit
  await page.goto(await invitation('boris@example.org'))
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.waitForURL(`${origin}${paths.account}?done=saved`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  // The virtual authenticator answers the quiet question as soon as it is asked.
  await page.waitForURL(`${origin}${paths.home}`)
  expect(await page.getByRole('link', { name: 'boris', exact: true }).count()).toBe(1)
})

test('a refused form is answered by a page whose scripts have begun', async () => {
  await using visit = await open()
  const { page } = visit
  await page.goto(`${origin}${paths.signIn}`)
  await page.getByLabel('E-mail').first().fill('nobody@example.org')
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong, wrong, wrong')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(true)
})

test('a passkey that was removed lets nobody in', async () => {
  await using visit = await open()
  const { page, context } = visit
  await page.goto(await invitation('carla@example.org'))
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.waitForURL(`${origin}${paths.account}?done=saved`)
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByLabel('Name of the passkey').waitFor({ state: 'detached' })
  await visit.answers(false)
  await context.clearCookies()
  await page.goto(`${origin}${paths.signIn}`)
  const button = page.getByRole('button', { name: 'Sign in with a passkey' })
  await button.waitFor()
  await visit.answers(true)
  await button.click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('The passkey was not taken')
})

test('a key that did not ask who holds it is not taken, whatever a script says', async () => {
  await using visit = await open({ isUserVerified: false })
  const { page } = visit
  await page.goto(await invitation('dina@example.org'))
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.waitForURL(`${origin}${paths.account}`)
  const answer = await page.evaluate(`(async () => {
    const options = await (await fetch('${paths.auth}/passkey/generate-register-options')).json()
    options.authenticatorSelection = { ...options.authenticatorSelection, userVerification: 'discouraged' }
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    const response = (await navigator.credentials.create({ publicKey })).toJSON()
    const headers = { 'content-type': 'application/json' }
    const { status } = await fetch('${paths.auth}/passkey/verify-registration', { method: 'POST', headers, body: JSON.stringify({ response }) })
    return { status, isKey: response.type === 'public-key' }
  })()`)
  expect(answer).toEqual({ status: 400, isKey: true })
  await page.reload()
  expect(await page.getByLabel('Name of the passkey').count()).toBe(0)
})

test('everyone can use the steps that are seen once: the link, setting up codes, the second step', async () => {
  await using visit = await open()
  const { page } = visit
  await page.goto(await invitation('fatima@example.org'))
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.waitForURL(/done=passwordSet/)
  const setUp = page.locator('form', { has: page.getByRole('button', { name: 'Set up an app' }) })
  await setUp.getByLabel('Current password').fill(password)
  await setUp.getByRole('button').click()
  await page.getByRole('button', { name: 'Turn codes on' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByLabel('Code', { exact: true }).fill(appCode((await page.locator('img').getAttribute('alt')) ?? ''))
  await page.getByRole('button', { name: 'Turn codes on' }).click()
  await page.waitForURL(/done=codesDone/)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(`${origin}${paths.signIn}`)
  await page.getByLabel('E-mail').first().fill('fatima@example.org')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${origin}${paths.signInCode}`)
  expect(await barriers(page)).toEqual([])
})

test('keys of one letter can be turned off in a browser, and on again', async () => {
  await using visit = await open()
  const { page } = visit
  await page.goto(await invitation('kim@example.org'))
  await page.getByRole('button', { name: 'Come in' }).click()
  const choice = page.getByRole('checkbox', { name: 'Keys of one letter' })
  await choice.uncheck()
  expect(await barriers(page)).toEqual([])
  await page.goto(origin + paths.stories)
  const hasFocus = () => page.locator('[data-search]').evaluate((field) => field === document.activeElement)
  for (const key of ['/', '?', 'j']) await page.keyboard.press(key)
  expect([await hasFocus(), await page.getByRole('dialog').count()]).toEqual([false, 0])
  await page.goto(origin + paths.account)
  expect(await choice.isChecked()).toBe(false)
  await choice.check()
  await page.goto(origin + paths.stories)
  await page.keyboard.press('/')
  expect(await hasFocus()).toBe(true)
})

test('without script one signs in by password, and no passkey is offered', async () => {
  await using visit = await open({ javaScriptEnabled: false })
  const { page } = visit
  await page.goto(await invitation('elsa@example.org'))
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.waitForURL(`${origin}${paths.account}?done=passwordSet`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
  await page.getByLabel('E-mail').first().fill('elsa@example.org')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${origin}${paths.home}`)
})

type Visit = AsyncDisposable & { page: Page; context: BrowserContext; answers(isPresent: boolean): Promise<void> }

/** A browser with a virtual authenticator of its own, which answers for its owner unless it is told not to. */
async function open({ isUserVerified = true, javaScriptEnabled = true } = {}): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  const cdp: CDPSession = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: isUserVerified,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  })
  return {
    page,
    context,
    answers: async (enabled) => void (await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })),
    [Symbol.asyncDispose]: () => context.close(),
  }
}

async function invitation(email: string): Promise<string> {
  const given = { projects: null, sections: null, languages: null }
  const name = email.split('@')[0] ?? ''
  const { token } = await inviteMember(newsroom, operator, { email, name, role: 'editor', ...given })
  return signInLinkAddress(origin, token)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
