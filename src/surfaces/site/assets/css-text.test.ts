import { existsSync, statSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { fontsToPreload } from '#surfaces/ui/assets/font-faces.ts'

import { cssText } from './css-text.ts'


const fonts = new URL('../../ui/assets/fonts/', import.meta.url)

test('the accent is the newsroom’s own, and nothing but a colour', () => {
  expect(cssText('oklch(0.48 0.11 215)')).toContain('oklch(from oklch(0.48 0.11 215)')
  expect(cssText('red}body{display:none')).not.toContain('display:none}body')
  expect(cssText('red}body{display:none')).not.toContain('from red}')
})

test('every font that the stylesheet names is there', () => {
  const files = [...cssText('teal').matchAll(/fonts\/([\w-]+\.woff2)/g)].flatMap(([, file]) => file ?? [])
  expect(files.length).toBeGreaterThan(8)
  for (const file of [...files, ...fontsToPreload('en'), ...fontsToPreload('ru'), ...fontsToPreload('ar')])
    expect(existsSync(new URL(file, fonts)), file).toBe(true)
})

test('a first visit in English stays within its bytes', () => {
  const bytes = ['serif-latin', 'serif-latin-ext', 'sans-latin', 'sans-latin-ext'].map((name) => statSync(new URL(`${name}.woff2`, fonts)).size)
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(80_000)
  expect(brotliCompressSync(cssText('teal')).length).toBeLessThan(8_000)
})
