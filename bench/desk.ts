import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

import { registerNames } from '#newsroom/entries/field.ts'
import { readConfig } from '#platform/config/config.ts'
import { openLog } from '#platform/log.ts'
import { openApp } from '#src/app.ts'
import { openDeskParts } from '#src/desk-parts.ts'
import { desk, link } from '#src/routes.ts'
import { weighDeskScripts } from '#test/desk-weight.ts'

import type { BenchNewsroom } from './archive.ts'
import { openBenchNewsroom } from './archive.ts'
import type { Worked } from './desk-archive.ts'
import { fillDesk } from './desk-archive.ts'
import { cookieOf, fillBenchPeople, fillBenchRegisters } from './desk-people.ts'
import { ms, quantile, report, timed } from './measure.ts'
import { freePort } from './postgres.ts'

const languages = ['en', 'tr', 'fr', 'ru']
type Page = [name: string, path: string | undefined]

/** Pages of the desk over HTTP, signed in, in an archive that is worked in. */
export async function measureDesk(postgres: (name: string) => Promise<string>): Promise<void> {
  {
    await using newsroom = await openBenchNewsroom(undefined, languages)
    await measure(newsroom, 10_000, 'PGlite', { pages: 60, lists: 80 })
  }
  await using newsroom = await openBenchNewsroom(await postgres('bench_desk'), languages)
  await measure(newsroom, 100_000, 'PostgreSQL', { pages: 60, lists: 50 })
}

async function measure(newsroom: BenchNewsroom, total: number, engine: string, aims: { pages: number; lists: number }): Promise<void> {
  await fillBenchRegisters(newsroom)
  const { administrator, ...by } = await fillBenchPeople(newsroom)
  const worked = await fillDesk(newsroom, total, by)
  await using server = await serveDesk(newsroom)
  const { url } = server
  const asker = (cookie: string) => async (path: string) => {
    const response = await fetch(url + path, { headers: { cookie }, redirect: 'manual' })
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
    return text
  }
  const [chief, contributor, admin] = await Promise.all(
    [by.chief, by.contributor, administrator].map(async (member) => asker(await cookieOf(newsroom, url, member))),
  )
  if (!chief || !contributor || !admin) return
  const of = `${engine}, ${total.toLocaleString('en')}`
  const [project = ''] = newsroom.projects
  const deep = await addressOfPage(chief, 50)
  const sets: [string, typeof chief, Page[], number][] = [
    ['chief editor', chief, pagesOfOne(worked), aims.pages],
    ['chief editor', chief, listPages(newsroom, deep), aims.lists],
    [
      'contributor',
      contributor,
      [...pagesOfOne(worked).filter(([name]) => name !== 'release'), ...listPages(newsroom, undefined)],
      aims.lists,
    ],
    ['administrator', admin, pagesOfAdministrator(project), aims.lists],
  ]
  for (const [who, ask, pages, aim] of sets)
    for (const [name, path] of pages) if (path !== undefined) await measurePage(`${of}: ${who}, ${name}`, ask, path, aim)
  if (newsroom.db.isEmbedded) weighScripts(server.cacheFolder)
}

function pagesOfOne({ edition, translation, revisions }: Worked): Page[] {
  return [
    ['overview', desk.home],
    ['writing', link(desk.edition, { edition })],
    ['release', link(desk.release, { edition })],
    ['history', link(desk.history, { edition })],
    ['compare', `${link(desk.revision, { edition, number: String(revisions) })}?with=1`],
    ['side by side', link(desk.translation, { edition: translation })],
  ]
}

function listPages({ sections, projects }: BenchNewsroom, deep: string | undefined): Page[] {
  const [section = '', project = ''] = [sections[0], projects[0]]
  return [
    ['stories', desk.stories],
    ['stories, a common word', `${desk.stories}?text=ferry`],
    ['stories, rare words', `${desk.stories}?text=number+4711`],
    ['stories in review of a section', `${desk.stories}?state=in+review&section=${section}`],
    ['stories of a project', `${desk.stories}?project=${project}`],
    ['stories that are stale', `${desk.stories}?stale=yes&language=tr`],
    ['stories of a place', `${desk.stories}?place=MD`],
    ['stories, page 50', deep],
    ['translations', desk.translations],
    ['released in English, stale in Turkish', `${desk.translations}?released=en&behind=tr&how=stale`],
    ['released in Turkish, behind in Russian', `${desk.translations}?released=tr&behind=ru`],
    ['translations of someone', `${desk.translations}?owner=Someone+7`],
  ]
}

function pagesOfAdministrator(project: string): Page[] {
  return [
    ...registerNames.map((register): Page => [`register of ${register}`, link(desk.register, { register })]),
    ['a register, searched', `${link(desk.register, { register: 'projects' })}?text=17`],
    ['a project with its stories', link(desk.entry, { register: 'projects', entry: project })],
    ['audit', desk.audit],
    ['audit, a common word', `${desk.audit}?text=ferry`],
    ['audit, rare words', `${desk.audit}?text=number+4711`],
    ['audit, words of nobody', `${desk.audit}?text=nobody+said+this`],
    ['people', desk.people],
    ['settings', desk.settings],
    ['old addresses', desk.addresses],
  ]
}

/** A page's median and p95, and as a multiple of a page asked in the same breath that asks the archive for nothing but who is there. */
async function measurePage(what: string, ask: (path: string) => Promise<string>, path: string, aim: number): Promise<void> {
  const [pages, floors]: [number[], number[]] = [[], []]
  await timed(8, () => ask(path))
  for (let round = 0; round < 40; round += 1) {
    floors.push(...(await timed(1, () => ask(desk.help))))
    pages.push(...(await timed(1, () => ask(path))))
  }
  const sorted = pages.toSorted((a, b) => a - b)
  const [median, floor] = [sorted, floors.toSorted((a, b) => a - b)].map((values) => quantile(values, 0.5))
  const times = (median ?? Number.NaN) / (floor ?? Number.NaN)
  report(what, `${ms(median ?? Number.NaN)}  ${times.toFixed(1)}×`, `≤ ${aim} ms; p95 ${ms(quantile(sorted, 0.95))}`)
}

/** The address of so manieth page of the list, as its links lead there. */
async function addressOfPage(ask: (path: string) => Promise<string>, number: number): Promise<string> {
  let path: string = desk.stories
  for (let page = 1; page < number; page += 1) {
    const next = /href="([^"]+)" rel="next"/.exec(await ask(path))?.[1]
    if (next === undefined) throw new Error(`the list ends on page ${page}`)
    path = next.replaceAll('&amp;', '&')
  }
  return path
}

function weighScripts(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'))
  const scripts = paths.map((path) => ({ name: basename(path), bytes: readFileSync(join(folder, path)) }))
  const { page, withEditor } = weighDeskScripts(scripts, brotliCompressSync)
  report('script of a page without the editor', `${(page / 1000).toFixed(1)} kB`, '≤ 40 kB')
  report('script of a page with the editor', `${(withEditor / 1000).toFixed(1)} kB`, '≤ 250 kB')
}

/** The whole product on a port of its own; scripts are bundled into a folder that goes with it. */
async function serveDesk(newsroom: BenchNewsroom): Promise<AsyncDisposable & { url: string; cacheFolder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-desk-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const config = readConfig({ DATELINE_DATA: folder, DATELINE_SECRET: 'a secret of at least thirty-two characters' })
  const log = openLog((line) => console.error(line), 'warn')
  const parts = await openDeskParts({ newsroom, config, origin, mailer: { send: async () => undefined }, log })
  const app = await openApp({ newsroom, origin, log, desk: parts })
  const server = await app.listen({ host: '127.0.0.1', port })
  return {
    url: origin,
    cacheFolder: parts.cacheFolder,
    async [Symbol.asyncDispose]() {
      await server.close()
      await app[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
