type Face = { family: string; file: string; range: string; style?: 'italic' | 'normal' }

// The ranges of bin/subset-fonts.mjs, so that a browser fetches only the scripts that a page has.
const latin =
  'U+20-7E,U+A0,U+A7,U+A9,U+AB,U+B0,U+B7,U+BB,U+2009-200F,U+2010-2015,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2030,U+2039-203A,U+20AC,U+2116,U+2122,U+2190-2193,U+2212'
const latin1 =
  'U+A1-A6,U+A8,U+AA,U+AC-AF,U+B1-B6,U+B8-BA,U+BC-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2020-2021,U+2032-2033,U+2044,U+2215'
const latinExt = 'U+100-130,U+132-151,U+154-17F,U+18F,U+192,U+1CD-1D4,U+1E6-1E7,U+218-21B,U+237,U+259,U+1E80-1E9E,U+1EF2-1EF3'
const cyrillic = 'U+301,U+401,U+404,U+406-407,U+40E,U+410-44F,U+451,U+454,U+456-457,U+45E,U+490-491'
const cyrillicSouth = 'U+400,U+402-403,U+405,U+408-40D,U+40F,U+450,U+452-453,U+455,U+458-45D,U+45F,U+4B0-4B1'
const cyrillicExt = 'U+492-493,U+49A-4A3,U+4AE-4AF,U+4B2-4BB,U+4D8-4D9,U+4E2-4E3,U+4E8-4E9,U+4EE-4EF,U+20B4'
const arabic = 'U+60C-66C,U+670-6D5,U+6F0-6F9,U+FDFC'

const faces: Face[] = [
  { family: 'Source Serif', file: 'serif-latin', range: latin },
  { family: 'Source Serif', file: 'serif-latin-1', range: latin1 },
  { family: 'Source Serif', file: 'serif-latin-ext', range: latinExt },
  { family: 'Source Serif', file: 'serif-cyrillic', range: cyrillic },
  { family: 'Source Serif', file: 'serif-cyrillic-south', range: cyrillicSouth },
  { family: 'Source Serif', file: 'serif-cyrillic-ext', range: cyrillicExt },
  { family: 'Source Serif', file: 'serif-italic-latin', range: latin, style: 'italic' },
  { family: 'Source Serif', file: 'serif-italic-latin-1', range: latin1, style: 'italic' },
  { family: 'Source Serif', file: 'serif-italic-latin-ext', range: latinExt, style: 'italic' },
  { family: 'Source Serif', file: 'serif-italic-cyrillic', range: cyrillic, style: 'italic' },
  { family: 'Source Sans', file: 'sans-latin', range: `${latin},${latin1}` },
  { family: 'Source Sans', file: 'sans-latin-ext', range: latinExt },
  { family: 'Source Sans', file: 'sans-cyrillic', range: cyrillic },
  { family: 'Source Sans', file: 'sans-cyrillic-south', range: cyrillicSouth },
  { family: 'Source Sans', file: 'sans-cyrillic-ext', range: cyrillicExt },
  { family: 'Noto Naskh', file: 'naskh-arabic', range: arabic },
]

// Fonts are optional: one that is late waits for the next page, so text never waits and nothing moves. Until then these stand in.
const fallbacks = [
  `@font-face{font-family:'Serif fallback';src:local('Georgia'),local('Gelasio');size-adjust:97%;ascent-override:106.8%;descent-override:34.5%;line-gap-override:0%}`,
  `@font-face{font-family:'Sans fallback';src:local('Arial'),local('Liberation Sans'),local('Helvetica');size-adjust:93.5%;ascent-override:109.5%;descent-override:42.8%;line-gap-override:0%}`,
]

export function fontFaces(href: (file: string) => string): string {
  return [...faces.map((face) => fontFace(face, href)), ...fallbacks].join('\n')
}

/** The fonts of a language that every page needs at once; digits and marks are in the Latin ones. */
export function fontsToPreload(language: string): string[] {
  if (/^(ar|fa|ur)/.test(language)) return ['naskh-arabic.woff2']
  const latin = ['serif-latin.woff2', 'sans-latin.woff2']
  return /^(ru|uk|be|bg|mk|sr|kk|ky|tg)/.test(language) ? ['serif-cyrillic.woff2', 'sans-cyrillic.woff2', ...latin] : latin
}

function fontFace({ family, file, range, style = 'normal' }: Face, href: (file: string) => string): string {
  return `@font-face{font-family:'${family}';font-style:${style};font-weight:400 700;font-display:optional;src:url(${href(`${file}.woff2`)}) format('woff2');unicode-range:${range}}`
}
