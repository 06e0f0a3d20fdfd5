#!/usr/bin/env node
// Runs every check. Each step says its name and time; what failed comes last, and the last line of all counts the tests.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'dateline-ci-'))
const patience = 20 * 60_000 // a step that takes longer than this hangs
const began = performance.now()

// Side by side within a group, two to a machine of two cores; one group after the other.
const groups = [
  [
    step('format', 'oxfmt', '--check', '.'),
    step('lint', 'oxlint', '--type-aware'),
    step('import directions', 'node', 'bin/check-imports.mjs'),
  ],
  [step('types', 'tsc', '--noEmit', '-p', '.'), step('dead code', 'knip', '--no-progress')],
  [tests('unit tests', 'unit')],
  [tests('integration tests on PGlite', 'pglite')],
  [tests('integration tests on PostgreSQL', 'postgres')],
  [tests('end-to-end tests', 'e2e')],
]

const results = []
for (const group of groups) results.push(...(await Promise.all(group.map(run))))
rmSync(scratch, { recursive: true, force: true })

const failures = results.filter(({ isFine }) => !isFine)
for (const { name, output } of failures) console.log(`\n--- ${name} failed:\n${output.trimEnd().split('\n').slice(-60).join('\n')}`)
console.log(failures.length > 0 ? `\nfailed: ${failures.map(({ name }) => name).join(', ')}` : '')
console.log(`${results.length} steps in ${seconds(began)}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = failures.length > 0 ? 1 : 0

function step(name, command, ...args) {
  return { name, command, args }
}

function tests(name, project) {
  const report = join(scratch, `${project}.json`)
  return {
    ...step(name, 'vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`),
    report,
  }
}

async function run({ name, command, args, report }) {
  const start = performance.now()
  const { status, output } = await outcome(command, args)
  const counted = report ? count(report) : { passed: 0, failed: 0 }
  // A test runner that is ended by what it started may say that all was well.
  const isFine = status === 0 && counted.failed === 0 && (!report || counted.passed > 0)
  console.log(
    `${isFine ? 'ok  ' : 'FAIL'} ${name} (${seconds(start)}${report ? `, ${counted.passed} passed, ${counted.failed} failed` : ''})`,
  )
  // A step that fails without a failed test (a file that does not load, a lint) is one failure.
  return { name, isFine, output, passed: counted.passed, failed: isFine ? counted.failed : Math.max(1, counted.failed) }
}

function outcome(command, args) {
  const { FORCE_COLOR: _, ...inherited } = process.env
  const env = { ...inherited, NO_COLOR: '1', PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) }
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patience,
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ status: 1, output: `${output}\n${error.message}` }))
    child.on('close', (status, signal) =>
      resolve({ status, output: signal ? `${output}\nstopped by ${signal} after ${patience / 60_000} minutes at most` : output }),
    )
  })
}

function count(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

function sum(what) {
  return results.reduce((total, result) => total + result[what], 0)
}
