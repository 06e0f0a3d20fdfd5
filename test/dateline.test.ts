import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempDisposableSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const repository = join(import.meta.dirname, '..')

test('the command passes arguments and standard input in, and output and exit code out', () => {
  using folder = packageWith(
    "import { readFileSync } from 'node:fs'\nconsole.log(process.argv.slice(2).join(), readFileSync(0, 'utf8'))\nprocess.exitCode = 2",
  )
  const { status, stdout } = spawnSync(process.execPath, [join(folder.path, 'bin/dateline.mjs'), 'import', '-'], {
    input: 'an archive',
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 2, stdout: 'import,- an archive\n' })
})

test('a signal reaches the command, which says how it ends', async () => {
  using folder = packageWith("process.once('SIGTERM', () => process.exit(7))\nsetTimeout(() => {}, 60_000)\nconsole.log('ready')")
  const child = spawn(process.execPath, [join(folder.path, 'bin/dateline.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([7, null])
})

function packageWith(main: string) {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'dateline-command-'))
  mkdirSync(join(folder.path, 'src'))
  cpSync(join(repository, 'bin'), join(folder.path, 'bin'), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(folder.path, 'node_modules'), 'dir')
  writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder.path, 'src/main.ts'), main)
  return folder
}
