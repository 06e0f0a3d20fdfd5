import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { bundleScripts } from '#platform/scripts/bundle-scripts.ts'
import { deskCache } from '#test/desk.ts'
import { weighDeskScripts } from '#test/desk-weight.ts'

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
    const { page, withEditor } = weighDeskScripts(scripts, compress)
    expect(scripts.some(({ name }) => name.startsWith('mount-editor'))).toBe(true)
    expect(page).toBeLessThanOrEqual(40_000)
    expect(withEditor).toBeLessThanOrEqual(250_000)
  },
  60_000,
)
