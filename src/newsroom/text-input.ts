import { z } from 'zod'

import { legible } from '#lib/legible.ts'

/** A text that somebody says, trimmed: without control characters, which nobody sees, and without overrides of direction, which turn letters around. */
export const textInput = (longest: number): z.ZodString => z.string().overwrite(harmlessText).trim().max(longest)

/** The same on one line: names, labels and whatever else stands within a sentence. */
export const lineInput = (longest: number): z.ZodString => z.string().overwrite(onOneLine).trim().max(longest)

/** The name of somebody or something, on one line, of which something can be seen. */
export const nameInput = (longest: number): z.ZodString => seen(lineInput(longest))

/** A text of which something can be seen. */
export const seen = (text: z.ZodString): z.ZodString => text.min(1).refine(isVisible, { params: { problem: 'missing' } })

/** Whether a text shows anything: a letter, digit or sign. What is made of blanks, soft hyphens, joiners, fillers or tags alone shows nothing. */
export const isVisible = (text: string): boolean => visible.test(text)

// U+2800 is the cell of Braille without a dot.
const visible = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800]]/v

// U+202D and U+202E (Unicode Standard Annex 9, section 2.2); marks and isolates, which texts of both directions need, stay.
export const harmlessText = (text: string): string => legible(text).replace(/[\u202d\u202e]/g, '')
export const onOneLine = (text: string): string => harmlessText(text).replace(/[\t\r\n\u2028\u2029]+/g, ' ')
