import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { desk } from '#src/routes.ts'
import { dataFolder, dateline, run, served } from '#test/command.ts'

const root = join(import.meta.dirname, '../..')

// An archive takes seconds to make: the tests that only need one share this.
const founded = dataFolder()
afterAll(() => founded[Symbol.dispose]())

test('a port that is taken is noticed before an archive is filled', async () => {
  using folder = dataFolder()
  await using taken = createServer().listen(0, 'localhost')
  await once(taken, 'listening')
  const address = taken.address()
  const port = address !== null && typeof address === 'object' ? String(address.port) : ''
  const { code, stderr } = await dateline(folder.path, ['start', '--demo', '--port', port])
  expect({ code, stderr }).toEqual({ code: 1, stderr: `Port ${port} is in use: stop what uses it, or set PORT to another.\n` })
  expect(existsSync(join(folder.path, 'archive'))).toBe(false)
})

test('half of a demo is not taken for the whole', async () => {
  using folder = dataFolder()
  const child = run(folder.path, ['start', '--demo', '--port', '0'])
  await expect.poll(() => existsSync(join(folder.path, 'demo-unfinished')), { timeout: 45_000 }).toBe(true)
  child.kill('SIGINT')
  await once(child, 'exit')
  const again = await dateline(folder.path, ['start', '--demo', '--port', '0'])
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining(`delete ${folder.path}`) })
})

const hasTerminals = spawnSync('script', ['--version']).status === 0
test.runIf(hasTerminals)('on a terminal two answers found a newsroom, and ctrl-C stops it', async () => {
  using folder = dataFolder()
  // In the shell's place: some shells end with 130 after a ctrl-C, whatever their command made of it.
  const command = `exec "${process.execPath}" bin/dateline.mjs start --port 0`
  const env = { ...process.env, DATELINE_DATA: folder.path, DATABASE_URL: '' }
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: root, env, stdio: ['pipe', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  for (const [words, answer] of [
    ['The newsroom’s name: ', 'The Ferry Office\n'],
    ['The first administrator’s e-mail: ', 'nobody\n'],
    ['That is not understood. ', 'admin@example.org\n'],
    ['signs in once', '\u0003'],
  ] as const) {
    await expect.poll(() => said, { timeout: 20_000 }).toContain(words)
    child.stdin.write(answer)
  }
  await once(child, 'close')
  expect(child.exitCode).toBe(0)
  expect(said.replaceAll('\r', '')).toMatch(/\nStopping…\nStopped\.\n$/)
})

test('a newsroom that is there already keeps its name, and whoever gave another is told', async () => {
  await (await served(founded.path))[Symbol.asyncDispose]()
  await using again = await served(founded.path)
  expect(again.said()).toContain('There is a newsroom here already: --name and --email are left out.\n')
})

test.each(['SIGINT', 'SIGTERM'] as const)('asked to stop by %s, a newsroom says so, stops and ends with 0', async (signal) => {
  await using server = await served(founded.path)
  const before = server.said()
  server.child.kill(signal)
  expect(await server.ended).toEqual({ code: 0, signal: null })
  expect(server.said().slice(before.length)).toBe('Stopping…\nStopped.\n')
})

test('asked again, it does not wait for readers who are not done', async () => {
  await using server = await served(founded.path)
  const slow = connect(Number(new URL(server.url).port), 'localhost')
  slow.on('error', () => undefined).write('GET /news HTTP/1.1\r\nHost: ')
  await once(slow, 'connect')
  const again = setInterval(() => server.child.kill('SIGINT'), 100)
  const ended = await server.ended
  clearInterval(again)
  expect(ended).toEqual({ code: null, signal: 'SIGINT' })
  expect(server.said().match(/Stopping…/g)).toHaveLength(1)
  expect(server.said()).not.toContain('Stopped.')
})

test('a link made beside a running server leads to that server, whatever the shell says of ports', async () => {
  await using server = await served(founded.path)
  const link = ['user', 'link', 'admin@example.org']
  const beside = await dateline(founded.path, link, { PORT: '4999', HOST: '0.0.0.0' })
  expect(beside.stdout).toMatch(new RegExp(`^${server.url}${desk.signInLink}\\?token=[\\w-]+\n$`))
  expect(beside.stderr).toContain(`It leads to ${server.url}, where this newsroom was served last; PUBLIC_URL changes that.`)
  expect((await fetch(beside.stdout.trim())).status).toBe(200)
  const told = await dateline(founded.path, link, { PUBLIC_URL: 'https://news.example.org' })
  expect(told).toMatchObject({ code: 0, stderr: 'The link signs in once, within a day.\n' })
  expect(told.stdout).toMatch(/^https:\/\/news\.example\.org\/desk\//)
})

test('a server that others reach says which address its links carry, and warns where nobody named one', async () => {
  {
    await using server = await served(founded.path, ['--host', '0.0.0.0'])
    expect(server.said()).toMatch(/^Warning: It listens on 0\.0\.0\.0, port \d+, but links .* http:\/\/localhost:\d+: set PUBLIC_URL .*$/m)
  }
  await using server = await served(founded.path, ['--host', '0.0.0.0'], { PUBLIC_URL: 'https://news.example.org/' })
  expect(server.url).toBe('https://news.example.org')
  expect(server.said()).toMatch(
    /^It listens on 0\.0\.0\.0, port \d+; links .* begin with https:\/\/news\.example\.org, as PUBLIC_URL says$/m,
  )
  expect(server.said()).not.toContain('Warning')
})

test.each([
  ['text', /^\d\d:\d\d:\d\d warning: sign-in: \w.*$/m],
  ['json', /^\{"level":40,.*"part":"sign-in".*\}$/m],
])('a password that is wrong is told as %s where LOG_FORMAT says so', async (LOG_FORMAT, line) => {
  await using server = await served(founded.path, [], { LOG_FORMAT })
  const body = new URLSearchParams({ email: 'admin@example.org', password: 'one that is wrong' })
  await fetch(server.url + desk.signIn, { method: 'POST', body, headers: { origin: server.url } })
  await expect.poll(server.said).toMatch(line)
})

test('a developer’s newsroom, which starts again on every save, starts', async () => {
  rmSync(join(founded.path, 'cache'), { recursive: true, force: true })
  const args = [
    '--watch',
    '--import',
    './bin/load-tsx.mjs',
    'src/main.ts',
    'start',
    '--port',
    '0',
    '--name',
    'The Ferry Office',
    '--email',
    'a@example.org',
  ]
  const env = { ...process.env, DATELINE_DATA: founded.path, DATABASE_URL: '' }
  const watcher = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  watcher.stderr.on('data', (text: Buffer) => (said += text.toString()))
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/signs in once|Error/)
  expect(said).toContain('signs in once')
  watcher.kill('SIGTERM')
  await once(watcher, 'close')
  expect(said).toContain('Stopped.')
})
