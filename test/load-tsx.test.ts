import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempDisposableSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const loader = join(import.meta.dirname, '../bin/load-tsx.mjs')
const page = `interface Page { readonly title: string }
export const make = ({ title }: Page) => <title>{title}</title>
console.log(JSON.stringify(make({ title: 'News' }).props))`

test('a .tsx file runs, and is compiled once', () => {
  using folder = workFolder()
  expect(run(folder.path, page)).toMatchObject({ status: 0, stdout: '{"children":"News"}\n' })
  const [kept] = compiled(folder.path)
  writeFileSync(join(folder.path, 'cache', kept ?? ''), "console.log('from the cache')")
  expect(run(folder.path, page).stdout).toBe('from the cache\n')
})

test('a changed file is compiled again', () => {
  using folder = workFolder()
  run(folder.path, page)
  expect(run(folder.path, page.replace('News', 'Late news')).stdout).toBe('{"children":"Late news"}\n')
  expect(compiled(folder.path)).toHaveLength(2)
})

test('a cache that cannot be written does not stop the start', () => {
  using folder = workFolder()
  writeFileSync(join(folder.path, 'cache'), 'a file where the folder should be')
  chmodSync(join(folder.path, 'cache'), 0o400)
  expect(run(folder.path, page)).toMatchObject({ status: 0, stdout: '{"children":"News"}\n' })
})

test('a file that does not parse says which', () => {
  using folder = workFolder()
  const { status, stderr } = run(folder.path, 'export const a = <p>')
  expect(status).toBe(1)
  expect(stderr).toContain('page.tsx')
})

function run(folder: string, text: string) {
  const file = join(folder, 'page.tsx')
  writeFileSync(file, text)
  const env = { ...process.env, DATELINE_LOADER_CACHE: join(folder, 'cache') }
  return spawnSync(process.execPath, ['--import', loader, file], { encoding: 'utf8', env })
}

function compiled(folder: string): string[] {
  return readdirSync(join(folder, 'cache')).filter((name) => name.endsWith('.mjs'))
}

// Below the repository, so that react is found.
function workFolder() {
  return mkdtempDisposableSync(join(import.meta.dirname, '../node_modules/.dateline-loader-'))
}
