import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { bundleScripts } from '#platform/scripts/bundle-scripts.ts'
import { deskCache } from '#test/desk.ts'

const desk = join(import.meta.dirname, '../src/surfaces/desk')

test.each([
  ['brotli', brotliCompressSync],
  ['gzip', gzipSync],
])('a desk page is light on a slow line: at most 40 kB of script without the text editor, 250 kB with it (%s)', async (_, compress) => {
  const scripts = await bundleScripts({
    entry: join(desk, 'scripts/desk.ts'),
    sources: [join(desk, 'scripts'), join(desk, 'editor'), join(desk, '../../newsroom/stories'), join(desk, '../../../package-lock.json')],
    cacheFolder: deskCache,
  })
  const weigh = (some: typeof scripts) => some.reduce((sum, { bytes }) => sum + compress(bytes).length, 0)
  const withoutEditor = scripts.filter(({ name }) => !name.startsWith('mount-editor'))
  expect(withoutEditor.length).toBeLessThan(scripts.length)
  expect(weigh(withoutEditor)).toBeLessThanOrEqual(40_000)
  expect(weigh(scripts)).toBeLessThanOrEqual(250_000)
})
