import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { keyScopes } from '#newsroom/keys/api-key.ts'
import { desk } from '#src/routes.ts'
import { deskWays } from '#surfaces/desk/desk-ways.ts'
import { describe as describeApi } from '#surfaces/api/description/describe.ts'
import { printTypes } from '#surfaces/api/description/print-types.ts'
import { problemCodes } from '#surfaces/api/docs/problem-codes.ts'
import { publicWays } from '#surfaces/api/public/public-ways.ts'
import { ways } from '#surfaces/api/ways/ways.ts'
import { findOperations, readFailureCodes, readPolicies } from '#test/operations.ts'

const root = join(import.meta.dirname, '..')
const file = (name: string) => join(root, name)

/** What is done by people at the desk, by the command line, or by the newsroom itself. */
const notForPrograms: Record<string, string> = {
  makeKey: 'a key could give itself more than it has',
  fileItems: 'an archive moves in by `dateline import`',
  undoBatch: 'what was brought in is taken back by `dateline import --undo`',
}

const deskPaths = (under: string) => Object.values(desk).filter((path) => path.startsWith(under))

/** What the desk shows, and the way on which programs read the same. */
const sameRead: Record<string, string | null> = {
  [desk.home]: 'readOverview',
  [desk.stories]: 'listEditions',
  [desk.ownStories]: 'listEditions',
  [desk.deletedDrafts]: 'listDeletedDrafts',
  [desk.edition]: 'readWriting',
  [desk.deletion]: 'readWriting',
  [desk.editionText]: 'readWriting',
  [desk.pen]: 'readWriting',
  [desk.release]: 'checkEdition',
  [desk.history]: 'listRevisions',
  [desk.revision]: 'compareContents',
  [desk.translation]: 'readSideBySide',
  [desk.translationText]: 'readSideBySide',
  [desk.translationFile]: 'exportXliff',
  [desk.translationFiles]: 'exportXliff',
  [desk.translations]: 'listTranslations',
  [desk.account]: 'readOwnProfile',
  [desk.people]: 'listMembers',
  [desk.person]: 'requireMember',
  [desk.rules]: 'readHouseRules',
  [desk.registers]: 'listEntries',
  [desk.register]: 'listEntries',
  [desk.registerNames]: 'listEntries',
  [desk.registerTable]: 'exportEntries',
  [desk.registerTableFile]: 'exportEntries',
  [desk.entry]: 'requireEntry',
  [desk.entryMerge]: 'requireEntry',
  [desk.settings]: 'readOwnSettings',
  [desk.siteSettings]: 'readOwnSettings',
  [desk.audit]: 'findActs',
  [desk.auditFile]: 'findActs',
  [desk.addresses]: 'listOldAddresses',
  [desk.keys]: 'listKeys',
  [desk.changes]: 'listChanges',
  [desk.change]: 'readChange',
  // Forms that are empty, the way back from one that was sent, pages of the site, help, and mail that never left this machine.
  ...Object.fromEntries(
    [desk.newStory, desk.newEntry, desk.preview, desk.privateLinks, desk.print, desk.mailbox, desk.mail, ...deskPaths('/desk/help')].map(
      (path) => [path, null],
    ),
  ),
}

test('the description that people review is what the tables of ways say', async () => {
  const description = describeApi()
  const [json, types] = [`${JSON.stringify(description, null, 2)}\n`, printTypes(description)]
  if (process.env['DATELINE_WRITE_API'] === '1') {
    await writeFile(file('docs/openapi.json'), json)
    await writeFile(file('clients/typescript/dateline.ts'), types)
  }
  expect(await readFile(file('docs/openapi.json'), 'utf8')).toBe(json)
  expect(await readFile(file('clients/typescript/dateline.ts'), 'utf8')).toBe(types)
})

test('a linter of descriptions has nothing to say', { timeout: 60_000 }, async () => {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const lint = ['lint', '--extends', 'recommended', '--max-problems', '20', '--format', 'json', file('docs/openapi.json')]
  const { stdout } = await promisify(execFile)(file('node_modules/.bin/redocly'), lint, { env, cwd: root }).catch((error: unknown) => {
    throw new Error(`the description is refused: ${typeof error === 'object' && error && 'stdout' in error ? String(error.stdout) : ''}`)
  })
  expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } })
})

test('programs can do whatever the desk does', async () => {
  const known = new Set(ways.map(({ operation }) => operation))
  const operations = (await findOperations()).map(({ name }) => name)
  expect(operations.filter((name) => !known.has(name) && !(name in notForPrograms))).toEqual([])
  expect(Object.keys(notForPrograms).filter((name) => known.has(name) || !operations.includes(name))).toEqual([])
})

test('programs can read whatever the desk shows', () => {
  const known = new Set(ways.map(({ operation }) => operation))
  const shown = deskWays.filter(({ method }) => method === 'GET').map(({ path }) => path)
  expect(shown.filter((path) => !(path in sameRead))).toEqual([])
  expect(Object.values(sameRead).filter((name) => name !== null && !known.has(name))).toEqual([])
})

test('the page that programmers read first names what there is', async () => {
  const page = await readFile(file('docs/api.md'), 'utf8')
  const { paths } = describeApi()
  const named = [...page.matchAll(/(?:\$BASE|`)(\/(?!api\/)[a-z][\w/{}$-]*)/g)].map(([, path = '']) =>
    path.replace('$EDITION', '{edition}'),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !(path in paths))).toEqual([])
  for (const scope of keyScopes) expect(page).toContain(`| \`${scope}\` |`)
})

test('each operation has one name, and names a predicate that is there', async () => {
  const names = [...ways, ...publicWays].map(({ operation }) => operation)
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  const predicates = new Set([...(await readPolicies()).values()].flat())
  expect(
    ways.filter(({ asks }) => asks !== 'signedIn' && !predicates.has(asks)).map(({ operation, asks }) => `${operation}: ${asks}`),
  ).toEqual([])
})

test('each list is gone through by a cursor, but what one text says of itself', () => {
  const isList = (answer: z.ZodType | undefined) => answer instanceof z.ZodObject && Object.keys(answer.shape)[0] === 'items'
  const whole = [...ways.filter(({ method }) => method === 'GET'), ...publicWays].filter(({ answer, paging }) => isList(answer) && !paging)
  expect(whole.map(({ operation }) => operation)).toEqual(['checkEdition'])
})

test('of every read a program can have the fields alone that the description names', () => {
  const reads = Object.values(describeApi().paths).flatMap(({ get }) => (get ? [get] : []))
  const without = reads.filter(({ parameters = [] }) => !parameters.some(({ name }) => name === 'fields'))
  expect(reads.length).toBeGreaterThan(35)
  expect(without.map(({ operationId }) => operationId)).toEqual([])
})

test('every code that a program can meet is explained', async () => {
  const codes = await readFailureCodes()
  expect(codes.length).toBeGreaterThan(40)
  expect(codes.filter((code) => !(code in problemCodes))).toEqual([])
})

test('a plan is an answer, and makes nothing', () => {
  const plans = ways.filter(({ operation, method }) => method === 'POST' && /^(?:plan|preview)/.test(operation))
  expect(plans.map(({ operation, status }) => `${operation} ${status}`).toSorted()).toEqual(['planImport 200', 'previewImport 200'])
})
