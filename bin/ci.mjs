#!/usr/bin/env node
// Runs every check, one after the other; a failing step's last lines say what failed, and the last line of all counts the tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = mkdtempSync(join(tmpdir(), 'dateline-ci-'))
const report = join(scratch, 'tests.json')
const steps = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['imports', 'node', ['bin/check-imports.mjs']],
  ['tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
]

const failed = []
for (const [name, command, args] of steps) {
  const began = performance.now()
  const run = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32' })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const output = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ? String(run.error) : ''}`
  if (run.status === 0) console.log(`ok   ${name} (${seconds} s)`)
  else {
    failed.push({ name, lines: output.trimEnd().split('\n').slice(-60) })
    console.log(`FAIL ${name} (${seconds} s)`)
  }
}
for (const { name, lines } of failed) console.log(`\n--- ${name} failed:\n${lines.join('\n')}`)
const tests = countTests()
rmSync(scratch, { recursive: true, force: true })
console.log(`${tests.passed} passed, ${tests.failed + failed.filter(({ name }) => name !== 'tests').length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0

function countTests() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
