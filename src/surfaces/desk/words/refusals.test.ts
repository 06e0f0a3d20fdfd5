import { expect, test } from 'vitest'
import type { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { houseRulesInput } from '#newsroom/house-rules/change-house-rules.ts'
import { faultsOf, faultSentences, RefusedInput } from '#newsroom/refused-input.ts'
import { registers } from '#newsroom/registers/registers.ts'
import { settingsInput } from '#newsroom/settings/settings-input.ts'
import { revisionContent } from '#newsroom/stories/story-input.ts'
import { visibilityInput } from '#newsroom/visibility/visibility-rule.ts'
import { libraryWords, rawName } from '#test/library-words.ts'

import { en } from './en.ts'
import { failureInWords } from './failure-in-words.ts'
import { shownFaults } from './faults-in-words.ts'
import { fr } from './fr.ts'

const forms: [code: string, schema: z.ZodType][] = [
  ...Object.values(registers).map(({ kind, input }): [string, z.ZodType] => [`bad-${kind}`, input]),
  ['bad-content', revisionContent],
  ['bad-visibility-rule', visibilityInput],
  ['bad-settings', settingsInput],
  ['bad-house-rules', houseRulesInput],
]

const typed = [
  '',
  'x',
  'x'.repeat(30_000),
  -4,
  1.5,
  1e9,
  Number.NaN,
  true,
  null,
  undefined,
  [],
  ['x', -1],
  [{}],
  {},
  '2026-02-31',
  '12 May',
]
const inLanguages = typed.flatMap((value) => [{ en: value }, { 'not a tag': value }])
const wrong: unknown[] = [...typed, ...inLanguages]

test.each(forms)('%s says in the language of the desk what is wrong, whatever is typed in any of its fields', (code, schema) => {
  for (const [field, value] of everyField(schema).flatMap((field) => wrong.map((value) => [field, value] as const))) {
    const parsed = schema.safeParse(field.put(value))
    const faults = faultsOf(parsed.error?.issues ?? []).filter(({ path }) => path[0] === field.name)
    for (const say of [en, fr]) {
      const label = say === en ? 'This form' : 'Ce formulaire'
      for (const { text } of shownFaults(code, faults, say)) {
        expect([text, libraryWords.exec(text)?.[0], rawName.exec(withoutExamples(text))?.[0]]).toEqual([text, undefined, undefined])
        expect([field.name, text.startsWith(label)]).toEqual([field.name, false])
        expect(text).toMatch(/[^.]\.$/)
        expect(text).not.toMatch(/[{}]/)
      }
    }
  }
})

test('what programs are told names the field, in words that are ours', () => {
  for (const [code, schema] of forms)
    for (const value of wrong) {
      const parsed = schema.safeParse({ slug: value, name: value, title: value, starts: value, funder: value, activity: value })
      const { message } = new RefusedInput(code, 'It cannot be saved', faultsOf(parsed.error?.issues ?? []))
      expect([message, libraryWords.exec(message)?.[0]]).toEqual([message, undefined])
    }
})

test('a number of participants below none is refused by the name of its field', () => {
  const fault = { path: ['activity', 'participants'], problem: 'too-small', values: { least: 0 } } as const
  const refused = new RefusedInput('bad-content', 'The story cannot be saved', [fault])
  expect(failureInWords(refused, en)).toBe('How many took part: it is less than 0; write a number from 0 up.')
  expect(failureInWords(refused, fr)).toContain('c’est moins de 0')
})

test('a language that cannot be taken away is called by its name', () => {
  const refused = new Failure('conflict', 'language-in-use', 'Readers still have stories in German (22).', {
    values: { language: 'de', n: 22 },
  })
  expect(failureInWords(refused, fr)).toContain('(22)\u00a0: allemand.')
})

test('every fault is told in French', () => {
  expect(Object.keys(fr.failures.faults).toSorted()).toEqual(Object.keys(faultSentences).toSorted())
})

type Filled = { name: string; put(value: unknown): Record<string, unknown> }

/** The fields of a form and the parts of what they hold, each alone. */
function everyField(schema: z.ZodType): Filled[] {
  const shape: Readonly<Record<string, z.ZodType>> = shapeOf(schema)
  return Object.entries(shape).flatMap(([name, inner]): Filled[] => [
    { name, put: (value) => ({ [name]: value }) },
    ...Object.keys(shapeOf(inner)).map((part) => ({ name, put: (value: unknown) => ({ [name]: { ...blank(inner), [part]: value } }) })),
    ...Object.keys(rowOf(inner)).map((part) => ({ name, put: (value: unknown) => ({ [name]: [{ [part]: value }] }) })),
  ])
}

const blank = (schema: z.ZodType): Record<string, unknown> => Object.fromEntries(Object.keys(shapeOf(schema)).map((part) => [part, null]))

type Definition = { type: string; shape?: Record<string, z.ZodType>; innerType?: z.ZodType; in?: z.ZodType; element?: z.ZodType }
const definitionOf = (schema: z.ZodType): Definition => schema.def

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const { shape, innerType, in: before } = definitionOf(schema)
  const inner = innerType ?? before
  return shape ?? (inner ? shapeOf(inner) : {})
}

function rowOf(schema: z.ZodType): Record<string, z.ZodType> {
  const { element, innerType, in: before } = definitionOf(schema)
  const inner = innerType ?? before
  return element ? shapeOf(element) : inner ? rowOf(inner) : {}
}

/** Addresses and languages that stand in sentences as examples have dots of their own. */
const withoutExamples = (text: string): string => text.replaceAll(/https:\/\/example\.org|name@example\.org|nom@exemple\.org/g, '')
