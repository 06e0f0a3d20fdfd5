import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const house: Record<string, string> = {
  'src/lib/fold.ts': 'export const fold = 1',
  'src/routes.ts': "import { fold } from '#lib/fold.ts'\nexport const routes = { fold }",
  'src/platform/clock.ts': "import pg from 'pg'\nimport { fold } from '#lib/fold.ts'\nexport const clock = [pg, fold]",
  'src/platform/sign-in/sign-in.ts': "import { betterAuth } from 'better-auth'\nexport const signIn = betterAuth",
  'src/newsroom/stories/story.ts':
    "import { clock } from '#platform/clock.ts'\nimport { routes } from '#src/routes.ts'\nexport const story = [clock, routes]",
  'src/newsroom/places/place.ts': "import { story } from '#newsroom/stories/story.ts'\nexport const place = story",
  'src/newsroom/places/place.test.ts': "import { app } from '#src/app.ts'\nimport pg from 'pg'\nprocess.exit(app ?? pg)",
  'src/surfaces/ui/day.tsx': "import { place } from '#newsroom/places/place.ts'\nexport const day = <p>{place}</p>",
  'src/surfaces/site/page.tsx':
    "import { routes } from '#src/routes.ts'\nexport { day } from '#surfaces/ui/day.tsx'\nexport const page = routes",
  'src/app.ts': "import { page } from '#surfaces/site/page.tsx'\nexport const app = page",
  'src/main.ts': "import { app } from './app.ts'\nprocess.exitCode = app",
  'test/postgres-setup.ts': 'export default 1',
}

test('a house whose imports all go inwards passes', () => {
  expect(check({})).toMatchObject({ status: 0, complaints: '' })
})

test('a place without any source is refused, as nothing was checked there', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'dateline-imports-'))
  expect(run(folder.path)).toMatchObject({ status: 1, complaints: expect.stringContaining('nothing was checked') })
})

describe('the check refuses', () => {
  test.each<[what: string, path: string, text: string, complaint: string]>([
    ['lib that knows the platform', 'src/lib/fold.ts', "import '#platform/clock.ts'", 'go inwards'],
    ['a type from an outer ring', 'src/lib/fold.ts', "import type { clock } from '#platform/clock.ts'", 'go inwards'],
    ['a type imported in place', 'src/lib/fold.ts', "export type C = import('#platform/clock.ts').C", 'go inwards'],
    ['an outer ring asked for late', 'src/lib/fold.ts', "await import('#platform/clock.ts')", 'go inwards'],
    ['an outer ring passed on', 'src/lib/fold.ts', "export * from '#platform/clock.ts'", 'go inwards'],
    [
      'a platform that knows the newsroom by a relative path',
      'src/platform/clock.ts',
      "import '../newsroom/stories/story.ts'",
      'go inwards',
    ],
    ['a newsroom that knows a surface', 'src/newsroom/stories/story.ts', "import '#surfaces/site/page.tsx'", 'go inwards'],
    ['a surface that knows the app', 'src/surfaces/ui/day.tsx', "import '#src/app.ts'", 'go inwards'],
    ['a command that knows main', 'src/commands/start.ts', "import '#src/main.ts'", 'go inwards'],
    ['routes that know more than lib', 'src/routes.ts', "import '#platform/clock.ts'", 'only lib'],
    ['a platform that knows the routes', 'src/platform/clock.ts', "import '#src/routes.ts'", 'know no routes'],
    ['one audience that knows another', 'src/surfaces/feeds/feed.ts', "import '#surfaces/site/page.tsx'", 'no other surface except ui'],
    ['ui that knows an audience', 'src/surfaces/ui/day.tsx', "import '#surfaces/site/page.tsx'", 'no other surface except ui'],
    ['a driver in the newsroom', 'src/newsroom/stories/story.ts', "import pg from 'pg'", 'driver pg'],
    [
      "a driver's side door in a surface",
      'src/surfaces/site/page.tsx',
      "import '@electric-sql/pglite/nodefs'",
      'driver @electric-sql/pglite/nodefs',
    ],
    ['sign-in’s driver in a surface', 'src/surfaces/site/page.tsx', "import 'better-auth/api'", 'driver better-auth/api'],
    [
      'sign-in’s driver elsewhere in the platform',
      'src/platform/clock.ts',
      "import '@better-auth/passkey'",
      'only src/platform/sign-in may',
    ],
    ['a product that leans on a test', 'src/app.ts', "import '#newsroom/places/place.test.ts'", 'imports no test'],
    ['files in a circle', 'src/newsroom/stories/story.ts', "import './b.ts'", 'cycle between files'],
    ['nouns in a circle', 'src/newsroom/stories/b.ts', "import '#newsroom/places/place.ts'", 'cycle between the folders'],
    ['an index file', 'src/lib/index.ts', 'export {}', 'no index files'],
    ['a default export', 'src/lib/slug.ts', 'export default 1', 'no default exports'],
    ['a default export by another name', 'src/lib/slug.ts', 'const a = 1\nexport { a as default }', 'no default exports'],
    ['the environment read in a surface', 'src/surfaces/ui/day.tsx', "export const day = process.env['TZ']", 'touches process'],
    ['process under its own module', 'src/lib/slug.ts', "import { env } from 'node:process'\nexport { env }", 'touches process'],
    ['process taken apart', 'src/lib/slug.ts', 'export const { env } = process', 'touches process'],
  ])('%s', (_what, path, text, complaint) => {
    const circle = { 'src/newsroom/stories/b.ts': "import './story.ts'" }
    const { status, complaints } = check({ ...circle, [path]: text })
    expect(complaints).toContain(complaint)
    expect(status).toBe(1)
  })
})

function check(changes: Record<string, string>): { status: number | null; complaints: string } {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'dateline-imports-'))
  for (const [path, text] of Object.entries({ ...house, ...changes })) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true })
    writeFileSync(join(folder.path, path), text)
  }
  return run(folder.path)
}

function run(root: string): { status: number | null; complaints: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../bin/check-imports.mjs'), root], {
    encoding: 'utf8',
  })
  return { status, complaints: stderr }
}
