import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import type { Config } from '#platform/config/config.ts'
import { readConfig } from '#platform/config/config.ts'
import { openMailer } from '#platform/mail/open-mailer.ts'
import { Schedule } from '#platform/schedule/schedule.ts'
import { openApp } from '#src/app.ts'
import { openDeskParts } from '#src/desk-parts.ts'
import { recurringJobs } from '#src/schedule.ts'
import { askForSecondPair } from '#test/cast.ts'
import { openChromium } from '#test/chromium.ts'
import { deskCache } from '#test/desk.ts'
import type { MailServer, TakenMail } from '#test/mail-server.ts'
import { openMailServer } from '#test/mail-server.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'
import { silent } from '#test/silent-log.ts'
import { smallPng } from '#test/small-png.ts'

const takesPictures = process.env['DATELINE_PICTURES'] === '1'
const pictures = join(import.meta.dirname, '../docs/pictures')

/** Somebody at a browser of their own, whose authenticator answers for them unless it is told not to. */
export type Person = { page: Page; context: BrowserContext; answers(isPresent: boolean): Promise<void> }

export type JourneyNewsroom = AsyncDisposable & {
  newsroom: TestNewsroom
  browser: Browser
  origin: string
  config: Config
  someone(): Promise<Person>
  /** The newest mail to an address, once it has come. */
  mailTo(address: string, about: RegExp): Promise<TakenMail>
  /** What names the latest revision of an edition by what it says. */
  latestHash(edition: string): Promise<string>
  /** Time goes by, and what recurs is done. */
  wait(minutes: number): Promise<void>
}

/** The whole app as `start` composes it, with real sign-in and a real mail server, on a clock that the test holds. */
export async function openJourneyNewsroom(): Promise<JourneyNewsroom> {
  const [newsroom, mailServer, browser, port] = await Promise.all([newsroomOn('pglite'), openMailServer(), openChromium(), freePort()])
  await fillRegisters(newsroom)
  const origin = `http://localhost:${port}`
  const config = readConfig({
    PORT: String(port),
    SMTP_URL: mailServer.url.href,
    MAIL_FROM: 'The Ferry Office <desk@ferry.example>',
    DATELINE_SECRET: 'a secret of at least thirty-two characters',
  })
  const mailer = openMailer({ smtpUrl: config.smtpUrl, folder: '/nowhere', from: config.mailFrom ?? '', clock: newsroom.clock })
  const parts = await openDeskParts({ newsroom, config, origin, mailer, log: silent })
  const app = await openApp({ newsroom, origin, log: silent, desk: { ...parts, cacheFolder: deskCache } })
  const server = await app.listen({ host: 'localhost', port })
  const jobs = recurringJobs({ newsroom, mailer, mailFolder: '/nowhere', origin }).filter(({ name }) => name === 'mail notices')
  const schedule = new Schedule(jobs, { clock: newsroom.clock, log: silent })
  return {
    newsroom,
    browser,
    origin,
    config,
    someone: () => someoneAt(browser),
    mailTo: (address, about) => mailOf(mailServer, address, about),
    latestHash: (edition) => latestHash(newsroom, edition),
    async wait(minutes) {
      newsroom.clock.advance(minutes * 60_000)
      await schedule.tick()
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await schedule[Symbol.asyncDispose]()
      await server.close()
      await app[Symbol.asyncDispose]()
      await mailer[Symbol.asyncDispose]()
      await mailServer[Symbol.asyncDispose]()
      await newsroom[Symbol.asyncDispose]()
    },
  }
}

/** A section that wants a second pair of eyes, and a project that somebody pays for. */
async function fillRegisters(newsroom: TestNewsroom): Promise<void> {
  const section = await fileSection(newsroom, { slug: 'project-news', name: { en: 'Project News', ar: 'أخبار المشاريع' } })
  await askForSecondPair(newsroom, section, true)
  const funder = await fileOrganisation(newsroom, { slug: 'osier-fund', name: { en: 'Osier Fund' }, kind: 'funder' })
  await fileProject(newsroom, {
    slug: 'twinferry',
    acronym: 'TWINFERRY',
    title: { en: 'Safe ferries on shared rivers' },
    status: 'running',
    funders: [{ organisation: funder, grantReference: 'OF-2026-14', share: null }],
  })
}

async function someoneAt(browser: Browser): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/London', locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    page,
    context,
    answers: async (enabled) => void (await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })),
  }
}

async function mailOf({ taken }: MailServer, address: string, about: RegExp): Promise<TakenMail> {
  const find = () => taken.findLast(({ to, subject }) => to.includes(address) && about.test(subject))
  await expect.poll(find, { message: `a mail to ${address} about ${String(about)}` }).toBeDefined()
  const mail = find()
  if (!mail) throw new Error('the mail has gone')
  return mail
}

async function latestHash({ db }: TestNewsroom, edition: string): Promise<string> {
  const revisions = db.writer.selectFrom('newsroom.revision').select('hash').where('edition_id', '=', edition)
  return (await revisions.orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()).hash
}

/** The first address in a mail that begins with another. */
export function addressIn({ text }: TakenMail, origin: string): string {
  const found = text.split(/\s+/).find((word) => word.startsWith(origin))
  if (found === undefined) throw new Error(`no address in:\n${text}`)
  return found
}

type Look = { width?: number; height?: number; colorScheme?: 'light' | 'dark' }

/** Takes a picture for a guide, where the run is asked for them. */
export async function picture(page: Page, name: string, { width = 1440, height = 900, colorScheme = 'light' }: Look = {}): Promise<void> {
  if (!takesPictures) return
  const before = page.viewportSize()
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await mkdir(pictures, { recursive: true })
  await writeFile(join(pictures, `${name}.png`), smallPng(png))
  await page.emulateMedia({ colorScheme: 'light' })
  if (before) await page.setViewportSize(before)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve))
  const where = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (where === null || typeof where === 'string') throw new Error('no port is free')
  return where.port
}
