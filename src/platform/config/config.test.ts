import { expect, test } from 'vitest'

import { readConfig } from './config.ts'

test('a newsroom starts with nothing set', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: 'localhost', publicUrl: null, databaseUrl: null })
})

test('everything that is wrong is named in one line', () => {
  const read = () => readConfig({ PORT: 'many', DATABASE_URL: 'mysql://x', PUBLIC_URL: 'news' })
  expect(read).toThrow(/PORT.*PUBLIC_URL.*DATABASE_URL/)
})

test('a variable set to nothing counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
})
