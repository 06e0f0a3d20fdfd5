import { withColon } from '#lib/with-colon.ts'
import type { RegisterName } from '#newsroom/entries/field.ts'
import type { Registers } from '#newsroom/live/read-registers.ts'
import { named, placeInWords } from '#surfaces/ui/in-words.ts'

/** How the desk names what the registers hold, by id. */
export function registerNames(registers: Registers, language: string) {
  const inWords = (name: { [language: string]: string } | undefined): string => (name ? named(name, language) : '')
  return {
    sectionOf: (id: string) => inWords(registers.sections.get(id)?.name),
    projectOf: (id: string) => {
      const project = registers.projects.get(id)
      return project?.acronym ?? inWords(project?.title)
    },
    placeOf: (code: string) => {
      const place = registers.places.get(code)
      return place ? placeInWords(place, language) : code
    },
    timeZone: registers.settings.timeZone,
    hasLanguages: registers.settings.languages.length > 1,
  }
}

/** What may be chosen: an entry's id (a place's code) under its name; two of one name have their address behind it. */
export type Choice = { value: string; name: string; isArchived?: boolean }

/** The choices of a field: what is archived is offered only where it is chosen already. */
export function offered(choices: readonly Choice[], chosen: readonly string[]): Choice[] {
  return choices.filter(({ value, isArchived }) => !isArchived || chosen.includes(value))
}

export type RegisterChoices = Record<RegisterName, Choice[]>

const made = new WeakMap<Registers, Map<string, RegisterChoices>>()

/** What may be chosen of each register, by name; made once in each language for as long as the registers stay as they are. */
export function registerChoices(registers: Registers, language: string): RegisterChoices {
  const inLanguages = made.get(registers) ?? new Map<string, RegisterChoices>()
  const choices = inLanguages.get(language) ?? choicesIn(registers, language)
  made.set(registers, inLanguages.set(language, choices))
  return choices
}

function choicesIn(registers: Registers, language: string): RegisterChoices {
  const { sectionOf, placeOf } = registerNames(registers, language)
  const inWords = (id: string, { name, slug, isArchived }: Entry): Slugged => ({ value: id, name: named(name, language), slug, isArchived })
  const byName = (choices: Slugged[]) => distinct(sorted(choices, language))
  return {
    sections: distinct(
      [...registers.sections].map(([value, { slug, isArchived }]) => ({ value, name: sectionOf(value), slug, isArchived })),
    ),
    projects: byName(
      [...registers.projects].map(([value, { acronym, title, slug, isArchived }]) => {
        const called = named(title, language)
        const name = acronym && called ? withColon(acronym, called, language) : acronym || called
        return { value, name, slug, isArchived }
      }),
    ),
    places: byName([...registers.places].map(([value, { isArchived }]) => ({ value, name: placeOf(value), slug: value, isArchived }))),
    topics: byName([...registers.topics].map(([id, topic]) => inWords(id, topic))),
    people: byName([...registers.people].map(([id, person]) => inWords(id, person))),
    organisations: byName([...registers.organisations].map(([id, organisation]) => inWords(id, organisation))),
  }
}

type Entry = { slug: string; name: { [language: string]: string }; isArchived: boolean }
type Slugged = Choice & { slug: string }

function sorted(choices: Slugged[], language: string): Slugged[] {
  const { compare } = new Intl.Collator(language)
  return choices.toSorted((a, b) => compare(a.name, b.name))
}

function distinct(choices: Slugged[]): Choice[] {
  const named = Map.groupBy(choices, ({ name }) => name)
  return choices.map(({ slug, ...choice }) =>
    named.get(choice.name)?.length === 1 ? choice : { ...choice, name: `${choice.name} (${slug})` },
  )
}
