import { readFile, writeFile } from 'node:fs/promises'

import { describe, expect, test } from 'vitest'

import { dumpSchema } from '#test/dump-schema.ts'
import { engines, openTestDatabase } from '#test/engines.ts'

const file = new URL('../db/schema.sql', import.meta.url)

describe.each(engines)('on %s', (engine) => {
  test('the dump that people review is what the migrations make', async () => {
    await using db = await openTestDatabase(engine)
    const schema = await dumpSchema(db.writer)
    if (process.env['DATELINE_WRITE_SCHEMA'] === '1') await writeFile(file, schema)
    expect(await readFile(file, 'utf8')).toBe(schema)
  })
})
