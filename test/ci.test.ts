import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const tools = ['oxfmt', 'oxlint', 'tsc', 'knip', 'vitest', 'node'] as const
type Tool = (typeof tools)[number]

const reportTests = (passed: number, failed: number) => `for a in "$@"; do case "$a" in --outputFile.json=*) report="\${a#*=}";; esac; done
echo '{"numPassedTests":${passed},"numFailedTests":${failed}}' > "$report"; exit ${failed > 0 ? 1 : 0}`

test('when everything passes the last line counts the tests of every engine, alone', () => {
  const { status, lines } = runChecks({ vitest: reportTests(7, 0) })
  expect(lines.at(-1)).toBe('28 passed, 0 failed')
  expect(status).toBe(0)
})

test('a step without tests that fails is one failure, and its words come last', () => {
  const { status, lines } = runChecks({ vitest: reportTests(7, 0), oxlint: 'echo "story.ts:3 no any here"; exit 1' })
  expect(lines.slice(-6)).toEqual(expect.arrayContaining(['story.ts:3 no any here', 'failed: lint', '28 passed, 1 failed']))
  expect(status).toBe(1)
})

test('failed tests are counted one by one', () => {
  const { status, lines } = runChecks({ vitest: reportTests(5, 2) })
  expect(lines.at(-1)).toBe('20 passed, 8 failed')
  expect(status).toBe(1)
})

test('a test runner that dies before it reports is a failure, never a pass', () => {
  const { status, lines } = runChecks({ vitest: 'kill -9 $$' })
  expect(lines.at(-1)).toBe('0 passed, 4 failed')
  expect(status).toBe(1)
})

test('failed tests are a failure even where the test runner says that all was well', () => {
  const { status, lines } = runChecks({ vitest: reportTests(5, 2).replace(/exit 1$/, 'exit 0') })
  expect(lines.at(-1)).toBe('20 passed, 8 failed')
  expect(status).toBe(1)
})

test('a test runner that runs no test is a failure', () => {
  expect(runChecks({ vitest: reportTests(0, 0) }).status).toBe(1)
})

test('a tool that is not installed is a failure', () => {
  const { status, lines } = runChecks({ vitest: reportTests(1, 0) }, ['knip'])
  expect(lines).toContain('failed: dead code')
  expect(status).toBe(1)
})

/** Runs the checks of a repository whose tools are these shell scripts; those not given do nothing and succeed. */
function runChecks(scripts: Partial<Record<Tool, string>>, missing: readonly Tool[] = []): { status: number | null; lines: string[] } {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'dateline-checks-'))
  const bin = join(folder.path, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  cpSync(join(import.meta.dirname, '../bin/ci.mjs'), join(folder.path, 'bin/ci.mjs'))
  for (const tool of tools.filter((name) => !missing.includes(name))) {
    writeFileSync(join(bin, tool), `#!/bin/sh\n${scripts[tool] ?? 'exit 0'}\n`)
    chmodSync(join(bin, tool), 0o755)
  }
  const env = { ...process.env, PATH: '/usr/bin:/bin' }
  const { status, stdout } = spawnSync(process.execPath, [join(folder.path, 'bin/ci.mjs')], { encoding: 'utf8', env })
  return { status, lines: stdout.trimEnd().split('\n') }
}
