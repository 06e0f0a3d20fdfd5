import { readFileSync } from 'node:fs'

import { accentUses, accentWash, derivedText } from '#lib/accent.ts'

import { fontFaces } from './font-faces.ts'

/** A stylesheet's source beside the module that names it. */
export const sheetAt = (name: string, from: string): string => readFileSync(new URL(`./styles/${name}.css`, from), 'utf8')

const house = ['type', 'prose'].map((name) => sheetAt(name, import.meta.url))

/**
 * The one stylesheet of an audience: the house's fonts, colours, type and bodies of stories, and then sheets of its own. Only the
 * accent's hue and chroma are the organisation's (any CSS colour; OKLCH in the settings): lightness is set so that text in it keeps
 * 4.5 : 1 on paper, in both schemes.
 */
export function sheetText(accent: string, fontHref: (file: string) => string, sheets: readonly string[]): string {
  return squeezed([fontFaces(fontHref), accentColours(safe(accent)), ...house, ...sheets].join('\n'))
}

function accentColours(accent: string): string {
  const inBoth = ({ light, dark }: { light: Parameters<typeof derivedText>[1]; dark: Parameters<typeof derivedText>[1] }) =>
    `light-dark(${derivedText(accent, light)}, ${derivedText(accent, dark)})`
  return `:root {
  --accent: ${inBoth(accentUses.accent)};
  --accent-ink: ${inBoth(accentUses.ink)};
  --accent-wash: ${inBoth(accentWash)};
  --focus: ${inBoth(accentUses.focus)};
  --visited: light-dark(#4d4840, #c4beb2);
  --control: light-dark(#857e70, #8d877a);
}`
}

/** The accent comes from the settings: anything but a colour would be a hole in the stylesheet. */
function safe(accent: string): string {
  return /^(#[0-9a-f]{3,8}|[a-z]+|(oklch|oklab|rgb|hsl)\([\d\s.,%/a-z-]+\))$/i.test(accent.trim()) ? accent.trim() : 'oklch(0.45 0.15 30)'
}

function squeezed(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim()
}
