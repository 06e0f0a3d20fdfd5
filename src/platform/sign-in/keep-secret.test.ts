import { mkdtempDisposable, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { keepSecret } from './keep-secret.ts'

test('a secret is made once, kept, and readable by its owner alone', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'dateline-secret-'))
  const data = join(folder.path, 'data')
  const made = await Promise.all(Array.from({ length: 5 }, () => keepSecret(null, data)))
  expect(new Set(made).size).toBe(1)
  expect(made[0]?.length).toBeGreaterThanOrEqual(32)
  expect(await keepSecret(null, data)).toBe(made[0])
  expect((await stat(join(data, 'secret'))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(data, 'secret'), 'utf8')).toBe(`${made[0]}\n`)
})

test('a given secret is taken, and nothing is written', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'dateline-secret-'))
  expect(await keepSecret('a secret of at least thirty-two characters', folder.path)).toContain('thirty-two')
  await expect(stat(join(folder.path, 'secret'))).rejects.toThrow('ENOENT')
})

test('a file that holds no secret is named', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'dateline-secret-'))
  await writeFile(join(folder.path, 'secret'), 'short\n')
  await expect(keepSecret(null, folder.path)).rejects.toThrow(/secret holds no secret/)
})
