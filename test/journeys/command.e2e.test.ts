import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { dataFolder, dateline, run, served } from '#test/command.ts'
import { feedFile } from '#test/feed-of.ts'

test('nobody to ask: an empty folder founds no newsroom, and says how to', async () => {
  using folder = dataFolder()
  const run = await dateline(folder.path, ['start', '--port', '0'])
  expect(run).toMatchObject({ code: 2, stdout: '' })
  expect(run.stderr).toMatch(/^There is no newsroom here yet: .*--demo.*\n$/)
  expect(readdirSync(folder.path)).toEqual([])
})

const faults: [string[], Record<string, string>, RegExp][] = [
  [['import'], {}, /name a source/],
  [['publish'], {}, /unknown command 'publish'/],
  [['import', '--undo', 'yesterday'], {}, /--undo .*'yesterday'.* It must be/],
  [['import', 'a.html', '--undo', '01a21610-0000-7000-8000-000000000000'], {}, /give sources or --undo, not both/],
  [['user', 'add', 'ana@example.org'], {}, /--role is missing: it must be contributor, editor, .*administrator/],
  [['import', '--lang', '??', 'news.xml'], {}, /--lang .*'\?\?'.* It must be .*BCP 47/],
  [['start', '--port', 'many'], {}, /--port .*'many'.* It must be .*65535/],
  [['start', '--email', 'nobody'], {}, /--email .*'nobody'.* It must be/],
  [['start', '--port', '0'], { HOST: 'nowhere.invalid' }, /HOST "nowhere\.invalid"/],
  [['start'], { PORT: 'many' }, /PORT is "many": it must be .*65535/],
  [['migrate'], { DATABASE_URL: 'mysql://x' }, /DATABASE_URL is "mysql:\/\/x": it must be/],
  [['migrate'], { DATELINE_DATA: join(import.meta.filename, 'data') }, /DATELINE_DATA is ".*data": it must be a folder/],
  [['migrate'], { DATELINE_DATA: '/proc/here' }, /DATELINE_DATA is "\/proc\/here": it must be a folder/],
]

test('a wrong argument or variable ends with 2, and one line says what it is and what it must be', async () => {
  using folder = dataFolder()
  const runs = faults.map(async ([args, env, line]) => ({ args, line, ...(await dateline(folder.path, args, env)) }))
  for (const { args, line, code, stdout, stderr } of await Promise.all(runs)) {
    expect({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(line)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  }
})

test('a folder without a newsroom is named, and no command beside a server makes an archive in it', async () => {
  using folder = dataFolder()
  for (const args of [
    ['import', await feedFile(3)],
    ['user', 'link', 'ana@example.org'],
  ]) {
    const { code, stderr } = await dateline(folder.path, args)
    expect(code).toBe(1)
    expect(stderr).toContain(`There is no newsroom in ${folder.path} yet`)
    expect(stderr).toContain('npm run -s dateline -- start')
  }
  expect(readdirSync(folder.path)).toEqual([])
})

test('a database that is away is a failure of the work: 1, in one line that tells no password', async () => {
  using folder = dataFolder()
  const { code, stderr } = await dateline(folder.path, ['migrate'], { DATABASE_URL: 'postgres://news:hush@127.0.0.1:1/news' })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^The PostgreSQL of DATABASE_URL does not answer .*\n$/)
  expect(stderr).not.toContain('hush')
})

test('a dry run reads, prints one JSON document and opens no archive', async () => {
  using folder = dataFolder()
  const { code, stdout } = await dateline(folder.path, ['import', await feedFile(3), '--dry-run', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'rss',
    stories: [{ headline: 'Ferry report 3', date: '2020-01-04' }, {}, {}],
    skipped: [],
  })
})

test('whoever reads only the beginning of what a command prints gets no complaint', async () => {
  using folder = dataFolder()
  const child = run(folder.path, ['import', await feedFile(5000), '--dry-run'])
  child.stdout?.once('data', () => child.stdout?.destroy())
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  await once(child, 'exit')
  expect(complaint).not.toContain('EPIPE')
})

test('one server to a folder; an import beside it is on its pages at once', async () => {
  using folder = dataFolder()
  await using server = await served(folder.path)
  const second = await dateline(folder.path, ['start', '--port', '0'])
  expect(second.code).toBe(1)
  expect(second.stderr).toMatch(/^Another Dateline serves this data folder.*\n$/)
  expect(await textOf(`${server.url}/news`)).not.toContain('Ferry report')
  const imported = await dateline(folder.path, ['import', await feedFile(30), '--as', 'published', '--json'])
  expect(imported).toMatchObject({ code: 0, stderr: '' })
  await expect.poll(() => textOf(`${server.url}/news`), { timeout: 5000 }).toContain('Ferry report 30')
  const { batches } = JSON.parse(imported.stdout) as { batches: { batch: string }[] }
  expect(await dateline(folder.path, ['import', '--undo', batches[0]?.batch ?? ''])).toMatchObject({ code: 0 })
  await expect.poll(() => textOf(`${server.url}/news`), { timeout: 5000 }).not.toContain('Ferry report')
})

test('an import killed at any moment and run again ends in the same archive', { timeout: 120_000 }, async () => {
  using folder = dataFolder()
  await using server = await served(folder.path)
  const file = await feedFile(3000)
  for (const patience of [700, 1100, 1500]) {
    const child = run(folder.path, ['import', file, '--as', 'published'])
    await Promise.race([wait(patience), once(child, 'exit')])
    child.kill('SIGKILL')
  }
  expect(await dateline(folder.path, ['import', file, '--as', 'published'])).toMatchObject({ code: 0 })
  const again = await dateline(folder.path, ['import', file, '--as', 'published'])
  expect(again.stderr).toContain('0 of 3000 stories are new')
  await expect.poll(() => textOf(`${server.url}/news`), { timeout: 5000 }).toMatch(/3,000 stories/)
})

async function textOf(url: string): Promise<string> {
  const response = await fetch(url)
  return response.text()
}
