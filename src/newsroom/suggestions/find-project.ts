import type { KnownFacts } from './known-facts.ts'
import type { Passage } from './suggestion.ts'

export type FoundProject = Passage & { slug: string | null; name: string }
type Field = { field: Passage['field']; text: string }

// A name with capitals inside, as projects have them: SUPPORT WEST, MOBI 2, CareNow, EU4Rivers-Resilience.
const word = String.raw`(?<![\p{L}\p{N}-])(?=[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*\p{Lu})\p{Lu}[\p{L}\p{N}]*(?:-\p{Lu}[\p{L}\p{N}]*)?(?![\p{L}\p{N}])`
const name = String.raw`${word}(?:[ \u00a0]${word}){0,2}(?:[ \u00a0]\d{1,2}(?!\p{N}))?`
// "Project" and "programme" in the languages that listings come in, in their cases.
const project = String.raw`(?:[Pp](?:rojects?|rogrammes?|rograms?|rojets?|rojekt\p{L}{0,2}|rogramms?|royectos?|rogramas?|rojesi\p{L}{0,3}|rogramı\p{L}{0,3})|[Пп](?:ро[еє]кт\p{L}{0,3}|рограмм?\p{L}{1,3})|مشروع|برنامج)`

const namePattern = new RegExp(name, 'gu')
const prefixPattern = new RegExp(String.raw`^\s*(${name})(?:\s+${project})?\s*:`, 'gu')
const patterns = [
  new RegExp(String.raw`(${name})[ \u00a0]${project}(?!\p{L})`, 'gu'),
  new RegExp(String.raw`(?<!\p{L})${project}[ \u00a0](${name})`, 'gu'),
  new RegExp(String.raw`(?<!\p{L})${project}(?!\p{L})[^().]{0,90}\((${name})\)`, 'gu'),
]
// What newsrooms set in capitals before a colon and is no project.
const callWords = new Set(
  'UPDATE UPDATED NEWS VIDEO PHOTOS PODCAST PRESS RELEASE BREAKING URGENT WEBINAR INTERVIEW OPINION COVID FAQ'.split(' '),
)
const shortestPrefix = 4

/**
 * The project that a story is about: one of the register by any of its names, else one that the text itself calls a project or sets
 * before the headline's colon.
 */
export function findProject(text: { headline: string; summary: string }, known: KnownFacts): FoundProject | undefined {
  const fields: Field[] = [
    { field: 'headline', text: text.headline },
    { field: 'summary', text: text.summary },
  ]
  const [registered] = fields.flatMap((field) => registeredIn(field, known).toSorted((a, b) => b.name.length - a.name.length))
  return registered ?? spelledOut(prefixOf(text.headline) ?? calledProject(fields, known), fields)
}

function registeredIn({ field, text }: Field, { projects }: KnownFacts): FoundProject[] {
  return projects.flatMap(({ slug, names }) =>
    names.flatMap((name): FoundProject[] => {
      const from = name.length >= 3 ? text.indexOf(name) : -1
      const to = from + name.length
      const isWhole = !/[\p{L}\p{N}]/u.test((text[from - 1] ?? ' ') + (text[to] ?? ' '))
      return from >= 0 && isWhole ? [{ slug, name, field, from, to }] : []
    }),
  )
}

function prefixOf(headline: string): FoundProject | undefined {
  const [match] = headline.matchAll(prefixPattern)
  const name = match?.[1] ?? ''
  const isName = name.length >= shortestPrefix && !name.split(/[\s-]/).some((part) => callWords.has(part))
  const from = headline.indexOf(name)
  return isName ? { slug: null, name, field: 'headline', from, to: from + name.length } : undefined
}

function calledProject(fields: Field[], { organisations }: KnownFacts): FoundProject | undefined {
  for (const { field, text } of fields) {
    for (const match of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const name = match[1] ?? ''
      const from = match.index + match[0].lastIndexOf(name)
      if (!organisations.has(name)) return { slug: null, name, field, from, to: from + name.length }
    }
  }
  return undefined
}

/** "MOBI2" in a headline is the "MOBI 2" of the text below it. */
function spelledOut(found: FoundProject | undefined, fields: Field[]): FoundProject | undefined {
  if (!found) return undefined
  const squeezed = found.name.replace(/\s/g, '')
  const spellings = fields.flatMap(({ text }) => [...text.matchAll(namePattern)].map(([spelling]) => spelling))
  const spaced = spellings.find((spelling) => spelling.length > found.name.length && spelling.replace(/\s/g, '') === squeezed)
  return { ...found, name: spaced ?? found.name }
}
