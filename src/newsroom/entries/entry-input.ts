import { z } from 'zod'

import { isVisible, textInput } from '../text-input.ts'

/** A language as in BCP 47. */
export const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/
const lined = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Shapes of facts, whoever says them: desk, table or program. */
export const line = (longest: number) => textInput(longest).overwrite(lined)
export const lineOrNone = (longest: number) =>
  line(longest)
    .transform((text) => (isVisible(text) ? text : null))
    .nullable()
    .default(null)

const language = z.string().max(35).regex(languageTag, 'a language is written as in BCP 47: en, fr, sr-Latn')

/** Texts by language; what is empty in a language is not said in it. */
export const words = (longest: number) => z.record(language, line(longest)).transform(said).default({})

/** The same where it must be said in one language at least. */
export const requiredWords = (longest: number) =>
  z
    .record(language, line(longest))
    .transform(said)
    .refine((texts) => Object.keys(texts).length > 0, { message: 'say it in one language at least', params: { problem: 'missing' } })

export const lines = z
  .record(language, z.array(line(1000)).max(50))
  .transform((lists) => Object.fromEntries(Object.entries(lists).flatMap(([name, list]) => withoutEmpty(name, list))))
  .default({})

export const names = z
  .array(line(200))
  .max(100)
  .transform((list) => [...new Set(list.filter(isVisible))])
  .default([])

export const day = z.iso.date().nullable().default(null)

export const web = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .nullable()
  .default(null)

export const references = (most: number, one: z.ZodType<string> = z.uuid()) =>
  z
    .array(one)
    .max(most)
    .transform((ids) => [...new Set(ids)])
    .default([])

function said(texts: Record<string, string>): { [language: string]: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => isVisible(text)))
}

function withoutEmpty(name: string, list: string[]): [string, string[]][] {
  const kept = list.filter(isVisible)
  return kept.length > 0 ? [[name, kept]] : []
}
