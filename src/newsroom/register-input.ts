import { z } from 'zod'

import { faultsOf, RefusedInput } from './refused-input.ts'
import { isVisible, textInput } from './text-input.ts'

/** Shapes that every register entry shares. */
export const slugInput = z
  .string()
  .regex(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u)
  .max(120)
export const translatedInput = z.record(
  z.string().max(35),
  textInput(5000)
    .min(1)
    .refine(isVisible, { params: { problem: 'missing' } }),
)

/** Parses a register entry from outside; refuses with all that is wrong, and one line that names the register and the first field at fault. */
export function parseEntry<Schema extends z.ZodType>(schema: Schema, register: string, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new RefusedInput(`bad-${register}`, `The ${register} cannot be saved`, faultsOf(parsed.error.issues))
}
