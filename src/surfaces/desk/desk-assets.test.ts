import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { sheetNames } from './desk-assets.ts'

test('the desk wears every stylesheet that is written for it', async () => {
  const written = await readdir(join(import.meta.dirname, 'assets/styles'))
  expect(sheetNames.map((name) => `${name}.css`).toSorted()).toEqual(written.toSorted())
})
