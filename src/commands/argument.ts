import { InvalidArgumentError } from 'commander'
import type { z } from 'zod'

/** Reads an argument or the value of an option by a schema; what does not fit is wrong usage. The words end "It must be …". */
export function argument<T>(schema: z.ZodType<T>, words: string): (value: string) => T {
  return (value) => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    throw new InvalidArgumentError(`It must be ${words}.`)
  }
}
