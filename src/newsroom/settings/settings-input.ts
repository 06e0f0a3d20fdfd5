import { z } from 'zod'

import { derivedColours } from '#lib/accent.ts'
import { colourText, readColour } from '#lib/contrast.ts'
import { Failure } from '#lib/failure.ts'

import { languageTag as tag } from '../entries/entry-input.ts'
import type { Fault } from '../refused-input.ts'
import { parseEntry } from '../register-input.ts'
import { lineInput, seen, textInput } from '../text-input.ts'

const translated = (said: z.ZodString) => z.record(z.string().max(35).regex(tag), seen(said))

/** A path of ours or an https address, and nothing that a browser would run or read otherwise than it looks. */
const href = z
  .string()
  .trim()
  .max(500)
  .regex(/^(\/(?![/\\])|https:\/\/(?!\/))[^\s\\\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u)
  .refine(isAddress, { params: { problem: 'no-link' } })
const ownLink = { name: translated(lineInput(80)).refine((name) => Object.keys(name).length > 0, { params: { problem: 'missing' } }), href }

const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('news') }),
  z.object({ kind: z.literal('projects') }),
  z.object({ kind: z.literal('section'), section: z.uuid() }),
  z.object({ kind: z.literal('link'), ...ownLink }),
])
export const navigationSchema = z.array(place).max(30).nullable()
export const footerSchema = z.object({ text: translated(textInput(2000)), links: z.array(z.object(ownLink)).max(20) })

/** As they were stored, by whichever Dateline; a link that would not be taken today is left out, and the others stand. */
export const storedNavigation = z
  .array(z.unknown())
  .transform((places) => thoseOf(place, places))
  .nullable()
export const storedFooter = z.object({
  text: translated(textInput(2000)),
  links: z.array(z.unknown()).transform((links) => thoseOf(z.object(ownLink), links)),
})

const languageTag = z.string().transform((tag, context) => {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0] ?? z.NEVER
  } catch {
    context.addIssue({ code: 'custom', params: { problem: 'no-language', said: tag } })
    return z.NEVER
  }
})

export const settingsInput = z
  .object({
    name: translated(lineInput(120)),
    tagline: translated(lineInput(200)),
    languages: z
      .array(languageTag)
      .min(1)
      .max(50)
      .transform((languages) => [...new Set(languages)]),
    timeZone: z.string().refine(isTimeZone, { params: { problem: 'no-time-zone' } }),
    accent: z.string(),
    navigation: navigationSchema,
    footer: footerSchema,
  })
  .refine(({ name, languages }) => name[languages[0] ?? ''] !== undefined, {
    path: ['name'],
    params: { problem: 'default-language' },
  })

export type SettingsInput = z.input<typeof settingsInput>
export type ProposedSettings = z.output<typeof settingsInput>

/** Parses what the settings shall be; refuses with one line, and a colour in which nobody could read with the contrast that it has. */
export function parseSettings(input: SettingsInput): ProposedSettings {
  const isNoColour = typeof input.accent === 'string' && !readColour(input.accent)
  // Told with all else that is wrong; alone it has a code of its own.
  const accent: Fault = { path: ['accent'], problem: 'no-colour', values: {} }
  const proposed = parseEntry(settingsInput, 'settings', input, (faults) => (isNoColour ? [...faults, accent] : faults))
  return { ...proposed, accent: parseAccent(proposed.accent) }
}

function parseAccent(text: string): string {
  const accent = readColour(text)
  if (!accent)
    throw new Failure('invalid', 'bad-accent', 'The accent is no colour. Write it as #rrggbb or oklch(lightness chroma hue).', {
      values: { field: 'accent' },
    })
  const worst = derivedColours(accent).find(({ contrast, needs }) => contrast < needs)
  if (worst)
    throw new Failure(
      'invalid',
      'poor-contrast',
      `The accent would have ${worst.contrast.toFixed(2)} : 1 on ${worst.scheme} paper, where ${worst.needs} : 1 can be read. Choose a less vivid colour.`,
      { values: { field: 'accent' } },
    )
  return colourText(accent)
}

const thoseOf = <Schema extends z.ZodType>(schema: Schema, stored: unknown[]): z.output<Schema>[] =>
  stored.flatMap((one) => {
    const parsed = schema.safeParse(one)
    return parsed.success ? [parsed.data] : []
  })

// Whoever stands before an @ is taken for the host by those who read it.
function isAddress(href: string): boolean {
  const url = URL.parse(href, 'https://dateline.invalid')
  return url !== null && url.hostname !== '' && url.username === '' && url.password === ''
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
