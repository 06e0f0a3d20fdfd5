import type { Oklch } from './contrast.ts'
import { contrastOf, readColour } from './contrast.ts'

/** A part of a colour as it follows from the accent's: a number, or the accent's own within a bound; absent: the accent's own. */
type Part = number | { most: number } | { least: number }
type Derived = { l: Part; c?: Part }

/** What pages make of an accent, in both schemes, and the contrast with paper that each has to keep (WCAG 2.2, 1.4.3 and 1.4.11). */
export const accentUses = {
  accent: { light: { l: { most: 0.53 } }, dark: { l: 0.72, c: { most: 0.14 } }, needs: 4.5 },
  ink: { light: { l: { most: 0.45 } }, dark: { l: 0.8, c: { most: 0.12 } }, needs: 4.5 },
  focus: { light: { l: 0.5, c: { least: 0.16 } }, dark: { l: 0.8, c: { least: 0.12 } }, needs: 3 },
} as const satisfies Record<string, { light: Derived; dark: Derived; needs: number }>

export const accentWash = {
  light: { l: 0.94, c: { most: 0.022 } },
  dark: { l: 0.32, c: { most: 0.03 } },
} as const satisfies Record<'light' | 'dark', Derived>

export type AccentUse = keyof typeof accentUses
export type Scheme = 'light' | 'dark'

/** Paper as the stylesheet has it. */
export const paperOf = { light: '#fcfaf5', dark: '#1e1d1a' } as const

export type DerivedColour = { use: AccentUse; scheme: Scheme; colour: Oklch; contrast: number; needs: number }

/** Every colour that follows from an accent, with its contrast on paper. */
export function derivedColours(accent: Oklch): DerivedColour[] {
  const uses: readonly AccentUse[] = ['accent', 'ink', 'focus']
  return (['light', 'dark'] as const).flatMap((scheme) =>
    uses.map((use) => {
      const colour = derived(accent, accentUses[use][scheme])
      const paper = readColour(paperOf[scheme]) ?? accent
      return { use, scheme, colour, contrast: contrastOf(colour, paper), needs: accentUses[use].needs }
    }),
  )
}

/** The same in CSS: relative to any colour that CSS knows. */
export function derivedText(accent: string, { l, c }: Derived): string {
  return `oklch(from ${accent} ${partText('l', l)} ${c === undefined ? 'c' : partText('c', c)} h)`
}

function derived(accent: Oklch, { l, c }: Derived): Oklch {
  return { l: partOf(accent.l, l), c: c === undefined ? accent.c : partOf(accent.c, c), h: accent.h }
}

function partOf(own: number, part: Part): number {
  if (typeof part === 'number') return part
  return 'most' in part ? Math.min(own, part.most) : Math.max(own, part.least)
}

function partText(name: 'l' | 'c', part: Part): string {
  if (typeof part === 'number') return String(part)
  return 'most' in part ? `min(${name}, ${part.most})` : `max(${name}, ${part.least})`
}
