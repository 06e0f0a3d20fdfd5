import { z } from 'zod'

import { Failure } from '#lib/failure.ts'

import { languageTag } from '../entries/entry-input.ts'
import { editionStates } from '../stories/story.ts'
import { lineInput } from '../text-input.ts'
import { listOrders } from './list-query.ts'

/** The value by which a list's address asks for stories without a section. */
export const noSection = 'none'

const id = z.uuid().toLowerCase()
const tick = z.string().transform(() => 'yes')

/** What the address of the list may ask, in the order in which it says it. */
const questions = {
  text: lineInput(200),
  state: z.enum(editionStates),
  language: z.string().max(35).regex(languageTag),
  section: z.union([z.literal(noSection), id]),
  project: id,
  place: lineInput(120),
  topic: id,
  person: id,
  organisation: id,
  assignee: id,
  author: id,
  from: z.iso.date(),
  until: z.iso.date(),
  stale: tick,
  own: tick,
  order: z.enum(listOrders),
} satisfies Record<string, z.ZodType<string, string>>

export type Question = keyof typeof questions
export const questionNames = Object.keys(questions).filter(isQuestion)

/** What a view keeps of an address of the list: what the list knows, and nothing else. */
export function knownQuery(said: string): string {
  return written(answersIn(said).filter(({ value }) => value !== undefined))
}

/** The same of what a program says; refused by the first name that the list does not know, or whose value it does not. */
export function requireQuery(said: string): string {
  const asked = answersIn(said)
  const wrong = asked.find(({ value }) => value === undefined)
  if (wrong)
    throw new Failure(
      'invalid',
      'bad-view-query',
      `The list cannot be asked for “${wrong.name.slice(0, 40)}” like this. It knows ${questionNames.join(', ')}.`,
      {
        values: { name: wrong.name.slice(0, 40) },
      },
    )
  return written(asked)
}

type Answer = { name: string; value: string | undefined }

/** Each question once, with its value, or none where the list would not understand it; what is empty asks nothing. */
function answersIn(said: string): Answer[] {
  const asked = new Map([...new URLSearchParams(said)].filter(([, value]) => value.trim() !== '').toReversed())
  return [...asked].map(([name, value]) => {
    const parsed = isQuestion(name) ? questions[name].safeParse(value.trim()) : undefined
    return { name, value: parsed?.data }
  })
}

function written(answers: Answer[]): string {
  const said = new Map(answers.map(({ name, value }) => [name, value]))
  return new URLSearchParams(questionNames.flatMap((name) => (said.get(name) ? [[name, said.get(name) ?? '']] : []))).toString()
}

function isQuestion(name: string): name is Question {
  return Object.hasOwn(questions, name)
}
