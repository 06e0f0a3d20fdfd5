import { fold } from '#lib/fold.ts'
import type { RegisterName } from '#newsroom/entries/field.ts'
import type { Registers } from '#newsroom/live/read-registers.ts'

import type { Choice } from './register-names.ts'
import { offered, registerChoices } from './register-names.ts'

/** Where names are looked up: the registers, in the language of whoever asks. */
export type Lookup = { registers: Registers; language: string; register: RegisterName }

/** The entries that go by just this name: in any language, as an acronym, a former name, an address, or as lists here call them. */
export function entriesCalled(lookup: Lookup, name: string): Choice[] {
  return bookOf(lookup).byName.get(fold(name.trim())) ?? []
}

export type FoundNames = { found: Choice[]; more: number }

/** The entries with some words in one of their names, those first that begin so; what is archived is not offered. */
export function findNames(lookup: Lookup, words: string, most: number): FoundNames {
  const asked = fold(words.trim())
  const rank = (names: string[]) => (names.some((name) => name.startsWith(asked)) ? 0 : 1)
  const found = bookOf(lookup).entries.filter(({ names }) => names.some((name) => name.includes(asked)))
  const choices = offered(
    found.toSorted((a, b) => rank(a.names) - rank(b.names)).map(({ choice }) => choice),
    [],
  )
  return { found: choices.slice(0, most), more: Math.max(0, choices.length - most) }
}

/** A register by the names of its entries, folded. */
type Book = { entries: { choice: Choice; names: string[] }[]; byName: Map<string, Choice[]> }

const made = new WeakMap<Choice[], Book>()

function bookOf({ registers, language, register }: Lookup): Book {
  const choices = registerChoices(registers, language)[register]
  const known = made.get(choices)
  if (known) return known
  const merged = Map.groupBy(registers.mergedNames, ({ id }) => id)
  const entries = choices.map((choice) => {
    const former = (merged.get(choice.value) ?? []).flatMap(({ names }) => names)
    const names = [choice.name, ...namesOf(registers[register].get(choice.value)), ...former, choice.value]
    return { choice, names: [...new Set(names.map(fold))] }
  })
  const byName = new Map<string, Choice[]>()
  for (const { choice, names } of entries) for (const name of names) byName.set(name, [...(byName.get(name) ?? []), choice])
  const book = { entries, byName }
  made.set(choices, book)
  return book
}

type Named = {
  name?: { [language: string]: string }
  title?: { [language: string]: string }
  acronym?: string | null
  slug?: string
  alternativeNames: string[]
}

function namesOf(entry: Named | undefined): string[] {
  if (!entry) return []
  const { name, title, acronym, slug, alternativeNames } = entry
  return [...Object.values(name ?? title ?? {}), ...(acronym ? [acronym] : []), ...(slug ? [slug] : []), ...alternativeNames]
}
