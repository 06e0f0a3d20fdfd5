import { z } from 'zod'

import { derivedColours } from '#lib/accent.ts'
import { colourText, readColour } from '#lib/contrast.ts'
import { Failure } from '#lib/failure.ts'

import { parseEntry } from '../register-input.ts'
import { logoTypes } from './settings.ts'

const translated = (longest: number) => z.record(z.string().max(35), z.string().trim().min(1).max(longest))

/** A path of ours or an https address, and nothing that a browser would run. */
const href = z
  .string()
  .trim()
  .max(500)
  .regex(/^(\/(?![/\\])[^\s\\]*|https:\/\/[^\s\\]+)$/, 'not a path of this site (/…) and not an address that begins with https://')
const ownLink = { name: translated(80).refine((name) => Object.keys(name).length > 0, 'not called anything'), href }

export const navigationSchema = z
  .array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('news') }),
      z.object({ kind: z.literal('projects') }),
      z.object({ kind: z.literal('section'), section: z.uuid() }),
      z.object({ kind: z.literal('link'), ...ownLink }),
    ]),
  )
  .max(30)
  .nullable()
export const footerSchema = z.object({ text: translated(2000), links: z.array(z.object(ownLink)).max(20) })
export const logoSchema = z.object({ type: z.enum(logoTypes), hash: z.string(), width: z.number(), height: z.number() }).nullable()

const languageTag = z.string().transform((tag, context) => {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0] ?? z.NEVER
  } catch {
    context.addIssue({ code: 'custom', message: `${tag.slice(0, 40)} is not a BCP 47 language tag` })
    return z.NEVER
  }
})

export const settingsInput = z
  .object({
    name: translated(120),
    tagline: translated(200),
    languages: z
      .array(languageTag)
      .min(1)
      .max(50)
      .transform((languages) => [...new Set(languages)]),
    timeZone: z.string().refine(isTimeZone, 'not an IANA time zone such as Europe/Vienna'),
    accent: z.string(),
    navigation: navigationSchema,
    footer: footerSchema,
  })
  .refine(({ name, languages }) => name[languages[0] ?? ''] !== undefined, { path: ['name'], message: 'needed in the default language' })

export type SettingsInput = z.input<typeof settingsInput>
export type ProposedSettings = z.output<typeof settingsInput>

/** Parses what the settings shall be; refuses with one line, and a colour in which nobody could read with the contrast that it has. */
export function parseSettings(input: SettingsInput): ProposedSettings {
  const proposed = parseEntry(settingsInput, 'settings', input)
  return { ...proposed, accent: parseAccent(proposed.accent) }
}

function parseAccent(text: string): string {
  const accent = readColour(text)
  if (!accent) throw new Failure('invalid', 'bad-accent', 'The accent is no colour. Write it as #rrggbb or oklch(lightness chroma hue).')
  const worst = derivedColours(accent).find(({ contrast, needs }) => contrast < needs)
  if (worst)
    throw new Failure(
      'invalid',
      'poor-contrast',
      `The accent would have ${worst.contrast.toFixed(2)} : 1 on ${worst.scheme} paper, where ${worst.needs} : 1 can be read. Choose a less vivid colour.`,
    )
  return colourText(accent)
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
