import { z } from 'zod'

import { Failure } from '#lib/failure.ts'

import { isVisible, textInput } from './text-input.ts'

/** Shapes that every register entry shares. */
export const slugInput = z
  .string()
  .regex(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u)
  .max(120)
export const translatedInput = z.record(z.string().max(35), textInput(5000).min(1).refine(isVisible, { params: { problem: 'missing' } }))

/** Parses a register entry from outside; refuses with one line that names the register and the first field at fault. */
export function parseEntry<Schema extends z.ZodType>(schema: Schema, register: string, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  throw new Failure(
    'invalid',
    `bad-${register}`,
    `The ${register} cannot be saved: ${field}: ${issue ? inWords(issue) : 'not understood'}.`,
    {
      values: { field },
    },
  )
}

/** What is wrong, in our words where the schema has none of its own. */
function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string') return `it is longer than ${issue.maximum} characters`
      return issue.origin === 'number' ? `it is more than ${issue.maximum}` : `there are more than ${issue.maximum}`
    case 'too_small':
      return issue.origin === 'number' ? `it is less than ${issue.minimum}` : 'it is empty'
    case 'invalid_format':
      return (issue.format === 'regex' && !isSlug(issue) ? undefined : formats[issue.format]) ?? issue.message
    case 'invalid_value':
      return `write one of ${issue.values.join(', ')}`
    default:
      return issue.message
  }
}

const isSlug = ({ path }: z.core.$ZodIssue): boolean => path.length === 0 || path.at(-1) === 'slug'

const formats: { [format: string]: string } = {
  url: 'it is no address of a website; write it whole: https://example.org',
  date: 'it is no day; write year, month and day: 2026-05-03',
  regex: 'it is no address; write letters and digits, with hyphens between words: two-banks',
}
