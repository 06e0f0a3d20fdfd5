// Makes src/surfaces/ui/assets/fonts/*.woff2 from the @fontsource packages: fewer letters, narrower axes, a third of the bytes.
// Run it by hand after an upgrade of those packages and commit what it makes: `node bin/subset-fonts.mjs`.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import subsetFont from 'subset-font'

const from = fileURLToPath(new URL('../node_modules/@fontsource-variable/', import.meta.url))
const to = fileURLToPath(new URL('../src/surfaces/ui/assets/fonts/', import.meta.url))

// The languages of Europe, and Azerbaijani, Turkmen and Uzbek; Kazakh, Kyrgyz, Tajik and Tatar; Arabic, Persian, Urdu and Kurdish.
const latin =
  '20-7e a0 a7 a9 ab b0 b7 bb 2009-200a 200b-200f 2010-2015 2018-201a 201c-201e 2022 2026 202f 2030 2039-203a 20ac 2116 2122 2190-2193 2212'
const latin1 = 'a1-a6 a8 aa ac-af b1-b6 b8-ba bc-ff 131 152-153 2bb-2bc 2c6 2da 2dc 2020-2021 2032-2033 2044 2215'
const latinExt =
  '100-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-130 136-137 139-13e 141-148 14c-14d 150-151 154-155 158-15b 15e-165 16a-16b 16e-173 178-17e 18f 1e6-1e7 218-21b 259 1e9e'
const cyrillic = '301 401 404 406-407 40e 410-44f 451 454 456-457 45e 490-491'
// Serbian, Macedonian and their like.
const cyrillicSouth = '400 402-403 405 408-40d 40f 450 452-453 455 458-45d 45f 4b0-4b1'
const cyrillicExt = '492-493 49a-49d 4a0-4a3 4ae-4af 4b2-4b9 4ba-4bb 4d8-4d9 4e2-4e3 4e8-4e9 4ee-4ef 20b4'
const arabic =
  '60c 61b 61f 621-63a 640-655 660-66c 670-671 679 67e 686 688 691 695 698 6a4 6a9 6af 6b5 6ba 6be 6c0-6c3 6c6-6c7 6ca 6cc 6ce 6d2-6d5 6f0-6f9 200c-200f fdfc'

const serifAxes = { wght: { min: 400, max: 700 }, opsz: 22 }
const italicAxes = { wght: { min: 400, max: 700 }, opsz: 16 }
const sansAxes = { wght: { min: 400, max: 700 } }

const fonts = [
  ['serif-latin', 'source-serif-4/files/source-serif-4-latin-opsz-normal', latin, serifAxes],
  ['serif-latin-1', 'source-serif-4/files/source-serif-4-latin-opsz-normal', latin1, serifAxes],
  ['serif-latin-ext', 'source-serif-4/files/source-serif-4-latin-ext-opsz-normal', latinExt, serifAxes],
  ['serif-cyrillic', 'source-serif-4/files/source-serif-4-cyrillic-opsz-normal', cyrillic, serifAxes],
  ['serif-cyrillic-south', 'source-serif-4/files/source-serif-4-cyrillic-opsz-normal', cyrillicSouth, serifAxes],
  ['serif-cyrillic-ext', 'source-serif-4/files/source-serif-4-cyrillic-ext-opsz-normal', cyrillicExt, serifAxes],
  ['serif-italic-latin', 'source-serif-4/files/source-serif-4-latin-opsz-italic', latin, italicAxes],
  ['serif-italic-latin-1', 'source-serif-4/files/source-serif-4-latin-opsz-italic', latin1, italicAxes],
  ['serif-italic-latin-ext', 'source-serif-4/files/source-serif-4-latin-ext-opsz-italic', latinExt, italicAxes],
  ['serif-italic-cyrillic', 'source-serif-4/files/source-serif-4-cyrillic-opsz-italic', cyrillic, italicAxes],
  ['sans-latin', 'source-sans-3/files/source-sans-3-latin-wght-normal', `${latin} ${latin1}`, sansAxes],
  ['sans-latin-ext', 'source-sans-3/files/source-sans-3-latin-ext-wght-normal', latinExt, sansAxes],
  ['sans-cyrillic', 'source-sans-3/files/source-sans-3-cyrillic-wght-normal', cyrillic, sansAxes],
  ['sans-cyrillic-south', 'source-sans-3/files/source-sans-3-cyrillic-wght-normal', cyrillicSouth, sansAxes],
  ['sans-cyrillic-ext', 'source-sans-3/files/source-sans-3-cyrillic-ext-wght-normal', cyrillicExt, sansAxes],
  ['naskh-arabic', 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal', arabic, sansAxes],
]

const shaping = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'calt', 'liga', 'rlig', 'init', 'medi', 'fina', 'isol', 'rclt']
// Facts and dates stand in tabular figures.
const figures = ['tnum', 'lnum']

await mkdir(to, { recursive: true })
for (const [name, source, ranges, variationAxes] of fonts) {
  const keepFeatures = [...shaping, ...(name === 'sans-latin' ? figures : [])]
  const original = await readFile(`${from}${source}.woff2`)
  const subset = await subsetFont(original, letters(ranges), { targetFormat: 'woff2', variationAxes, keepFeatures, noHinting: true })
  await writeFile(`${to}${name}.woff2`, subset)
  console.log(`${name}.woff2`.padEnd(30), String(subset.length).padStart(7))
}
for (const family of ['source-serif-4', 'source-sans-3', 'noto-naskh-arabic'])
  await copyFile(`${from}${family}/LICENSE`, `${to}${family}.OFL.txt`)

function letters(ranges) {
  return ranges
    .split(' ')
    .flatMap((range) => {
      const [first, last = first] = range.split('-').map((hex) => Number.parseInt(hex, 16))
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
    })
    .join('')
}
