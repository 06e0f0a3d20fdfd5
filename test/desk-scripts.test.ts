import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { bundleScripts } from '#platform/scripts/bundle-scripts.ts'
import { deskCache } from '#test/desk.ts'

const desk = join(import.meta.dirname, '../src/surfaces/desk')

test.each([
  ['brotli', brotliCompressSync],
  ['gzip', gzipSync],
])(
  'a desk page is light on a slow line: at most 40 kB of script without the text editor, 250 kB with it (%s)',
  async (_, compress) => {
    const scripts = await bundleScripts({
      entry: join(desk, 'scripts/desk.ts'),
      sources: [
        join(desk, 'scripts'),
        join(desk, 'editor'),
        join(desk, '../../newsroom/stories'),
        join(desk, '../../../package-lock.json'),
      ],
      cacheFolder: deskCache,
    })
    const weigh = (isLoaded: (name: string) => boolean) =>
      scripts.filter(({ name }) => isLoaded(name)).reduce((sum, { bytes }) => sum + compress(bytes).length, 0)
    // What only some pages want, or someone who compares two texts or mentions somebody, comes when it is wanted.
    const forWriting = (name: string) => !/^(?:passkeys|choose-fields|mentions|live-preview|keep-forms|grow-frames)/.test(name)
    expect(scripts.some(({ name }) => name.startsWith('mount-editor'))).toBe(true)
    expect(weigh((name) => forWriting(name) && !name.startsWith('mount-editor'))).toBeLessThanOrEqual(40_000)
    expect(weigh(forWriting)).toBeLessThanOrEqual(250_000)
  },
  60_000,
)
