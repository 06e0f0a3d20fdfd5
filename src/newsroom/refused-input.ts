import type { z } from 'zod'

import type { FailureValues } from '#lib/failure.ts'
import { Failure } from '#lib/failure.ts'
import { filled } from '#lib/filled.ts'

/** What can be wrong with a part of what was sent, and what to do about it. `{least}`, `{most}` and `{choices}` are filled in. */
export const faultSentences = {
  missing: 'it is empty; write what belongs there',
  'not-chosen': 'choose one from the list',
  'not-there': 'something that was chosen is not in this newsroom any more; choose again',
  'not-known': 'the registers do not know it; choose what they know',
  'no-choice': 'choose one of {choices}',
  'too-long': 'it is longer than {most} characters; shorten it',
  'too-many': 'there are more than {most}; take some out',
  'too-few': 'choose at least one',
  'too-small': 'it is less than {least}; write a number from {least} up',
  'too-large': 'it is more than {most}; write a number of at most {most}',
  'no-number': 'it is no number; write it in digits',
  'no-whole-number': 'it is no whole number; write it without a fraction',
  'no-day': 'it is no day; write year, month and day: 2026-05-03',
  'no-website': 'it is no address of a website; write it whole: https://example.org',
  'no-email': 'it is no e-mail address; write it as name@example.org',
  'no-address': 'it is no address; write letters and digits, with hyphens between words: two-banks',
  'no-language': '“{said}” is not a language tag (BCP 47), such as en, pt-BR or sr-Latn',
  'no-colour': 'it is not a colour; write it as #rrggbb or oklch(lightness chroma hue)',
  'no-time-zone': 'it is no time zone; write its IANA name, such as Europe/Vienna',
  'no-link': 'it leads nowhere; write a path of this site (/…) or an address that begins with https://',
  'default-language': 'it is empty in the first language; write it there too',
  'ends-early': 'it ends before it starts; mend one of the two days',
  shares: 'the shares come to more than 100 %; lower them',
  'no-code': 'it is no code of a place; write MD for a country, 150 or WB6 for a region, city/MD/balti for a city',
  'city-elsewhere': 'a city lies within the country of its code; choose that country',
  'half-a-point': 'latitude and longitude stand together; write both, or neither',
  'no-ror': 'it is no ROR identifier; write it as 03yrm5c26',
  'not-understood': 'it is not understood; write it again',
} as const
export type Problem = keyof typeof faultSentences

/** One thing that is wrong: where, from the outside in, and what. */
export type Fault = { path: readonly string[]; problem: Problem; values: FailureValues }

export type Judge = (faults: readonly Fault[]) => readonly Fault[]

/** Something from outside that cannot be taken as it is; `message` names the first fault, for programs by its path. */
export class RefusedInput extends Failure {
  readonly faults: readonly Fault[]

  constructor(code: string, lead: string, faults: readonly Fault[]) {
    const [first] = faults
    const path = first?.path.join('.') ?? ''
    const said = first ? `${path}${path && ': '}${filled(faultSentences[first.problem], first.values)}` : 'it is not understood'
    super('invalid', code, `${lead}: ${said}.`, { values: { field: path } })
    this.faults = faults
  }
}

/**
 * Parses what comes from outside; refuses with all that is wrong, and one line that begins with `lead` and names the first field at fault. What `judge`
 * knows of the whole changes what the schema found in its parts.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  refused: { code: string; lead: string; judge?: Judge | undefined },
): z.infer<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const found = faultsOf(parsed.error.issues)
  throw new RefusedInput(refused.code, refused.lead, refused.judge?.(found) ?? found)
}

/** The faults that a schema found, in our words, in its order; what two of its rules find alike is told once. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): Fault[] {
  const found = issues.map((issue): Fault => ({ path: issue.path.map(String), ...problemOf(issue) }))
  return [...new Map(found.map((fault) => [JSON.stringify([fault.path, fault.problem]), fault])).values()]
}

type Said = Pick<Fault, 'problem' | 'values'>
const said = (problem: Problem, values: FailureValues = {}): Said => ({ problem, values })

function problemOf(issue: z.core.$ZodIssue): Said {
  switch (issue.code) {
    case 'custom':
      return ofOurs(issue.params)
    case 'invalid_value':
      return said('no-choice', { choices: issue.values.map(String).join(', ') })
    case 'invalid_type':
      return typed(issue)
    case 'invalid_format':
      return said(formats[issue.format] ?? patternOf(issue.path.map(String)))
    case 'too_big':
      if (issue.origin === 'string') return said('too-long', { most: Number(issue.maximum) })
      return said(isList(issue.origin) ? 'too-many' : 'too-large', { most: Number(issue.maximum) })
    case 'too_small':
      if (issue.origin === 'string') return said('missing')
      return isList(issue.origin) ? said('too-few') : said('too-small', { least: Number(issue.minimum) })
    // What is wrong with the name of a field is wrong with it: a language, where texts stand by languages.
    case 'invalid_key':
      return said('no-language', { said: String(issue.path.at(-1) ?? '').slice(0, 80) })
    default:
      return said('not-understood')
  }
}

/** What a rule of ours found, with the text that it names. */
function ofOurs(params: Readonly<Record<string, unknown>> | undefined): Said {
  if (!isProblem(params?.['problem'])) return said('not-understood')
  const text = params['said']
  return said(params['problem'], typeof text === 'string' ? { said: text.slice(0, 80) } : {})
}

function typed({ expected, input }: z.core.$ZodIssueInvalidType): Said {
  if (expected === 'int') return said('no-whole-number')
  if (expected === 'number') return said('no-number')
  return said(input === undefined || input === null ? 'missing' : 'not-understood')
}

const isList = (origin: string): boolean => origin === 'array' || origin === 'set' || origin === 'map'
const isProblem = (problem: unknown): problem is Problem => typeof problem === 'string' && Object.hasOwn(faultSentences, problem)

const formats: { [format: string]: Problem } = {
  uuid: 'not-chosen',
  url: 'no-website',
  date: 'no-day',
  email: 'no-email',
}

function patternOf(path: readonly string[]): Problem {
  const last = path.at(-1)
  if (last === undefined || last === 'slug') return 'no-address'
  return last === 'href' ? 'no-link' : 'not-understood'
}
