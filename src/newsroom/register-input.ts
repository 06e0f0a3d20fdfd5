import { z } from 'zod'

import type { Judge } from './refused-input.ts'
import { parseInput } from './refused-input.ts'
import { seen, textInput } from './text-input.ts'

/** Shapes that every register entry shares. */
export const slugInput = z
  .string()
  .regex(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u)
  .max(120)
export const translatedInput = z.record(z.string().max(35), seen(textInput(5000)))

/** Parses a register entry from outside; refuses with all that is wrong, and one line that names the register and the first field at fault. */
export const parseEntry = <Schema extends z.ZodType>(schema: Schema, register: string, input: unknown, judge?: Judge): z.infer<Schema> =>
  parseInput(schema, input, { code: `bad-${register}`, lead: `The ${register} cannot be saved`, judge })
