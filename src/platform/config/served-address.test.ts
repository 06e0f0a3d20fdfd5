import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { noteServedAddress, servedAddress } from './served-address.ts'

const folder = () => mkdtempDisposable(join(tmpdir(), 'dateline-served-'))

test('where a newsroom is served is known to whoever shares its data folder, and the last start holds', async () => {
  await using data = await folder()
  const here = { dataFolder: data.path, databaseUrl: null }
  expect(await servedAddress(here)).toBeUndefined()
  await noteServedAddress(here, 'http://localhost:3000')
  await noteServedAddress(here, 'http://localhost:3100')
  expect(await servedAddress(here)).toBe('http://localhost:3100')
})

test('the address of one archive is not taken for that of another', async () => {
  await using data = await folder()
  const demo = { dataFolder: data.path, databaseUrl: null }
  const office = { dataFolder: data.path, databaseUrl: 'postgres://news:secret@db.example/news' }
  await noteServedAddress(demo, 'http://localhost:3000')
  expect(await servedAddress(office)).toBeUndefined()
  await noteServedAddress(office, 'https://news.example.org')
  expect(await servedAddress({ ...office, databaseUrl: 'postgres://other:word@db.example/news' })).toBe('https://news.example.org')
  expect(await servedAddress({ ...office, databaseUrl: 'postgres://news:secret@db.example/staging' })).toBeUndefined()
  expect(await servedAddress(demo)).toBeUndefined()
})

test('a folder that cannot be written stops nobody', async () => {
  const nowhere = { dataFolder: '/dev/null/x', databaseUrl: 'postgres://db.example/news' }
  await noteServedAddress(nowhere, 'https://news.example.org')
  expect(await servedAddress(nowhere)).toBeUndefined()
})
