import { mkdtempDisposable, readFile, readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { requireDataFolder } from './data-folder.ts'

test('a data folder that is made in a checkout is left out of it, and closed to others', async () => {
  await using checkout = await mkdtempDisposable(join(tmpdir(), 'dateline-checkout-'))
  const mine = join(checkout.path, 'data/mine')
  await requireDataFolder(mine)
  expect(await readFile(join(mine, '.gitignore'), 'utf8')).toBe('*\n')
  expect((await stat(mine)).mode & 0o777).toBe(0o700)
})

test('a folder that somebody made stays as they made it', async () => {
  await using theirs = await mkdtempDisposable(join(tmpdir(), 'dateline-theirs-'))
  await requireDataFolder(theirs.path)
  expect(await readdir(theirs.path)).toEqual([])
})
