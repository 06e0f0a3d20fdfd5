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

export type Choice = { value: string; name: string; about?: string; isArchived?: boolean }

/** The choices of a field: what is archived is offered only where it is chosen already. */
export function offered(choices: readonly Choice[], chosen: readonly string[]): Choice[] {
  return choices.filter(({ value, isArchived }) => !isArchived || chosen.includes(value))
}

/** What may be chosen in the writing form, by name. */
export function registerChoices(registers: Registers, language: string) {
  const names = registerNames(registers, language)
  const byName = (choices: Choice[]) => choices.toSorted((a, b) => a.name.localeCompare(b.name, language))
  return {
    sections: [...registers.sections].map(([value, { isArchived }]) => ({ value, name: names.sectionOf(value), isArchived })),
    projects: byName(
      [...registers.projects].map(([value, project]) => ({
        value,
        name: [project.acronym, named(project.title, language)].filter((part) => part).join(': '),
        isArchived: project.isArchived,
      })),
    ),
    places: byName([...registers.places].map(([value, { isArchived }]) => ({ value, name: names.placeOf(value), isArchived }))),
    topics: byName([...registers.topics].map(([value, { name, isArchived }]) => ({ value, name: named(name, language), isArchived }))),
    people: byName([...registers.people].map(([value, { name, isArchived }]) => ({ value, name: named(name, language), isArchived }))),
    organisations: byName(
      [...registers.organisations].map(([value, { name, isArchived }]) => ({ value, name: named(name, language), isArchived })),
    ),
  }
}

export type RegisterChoices = ReturnType<typeof registerChoices>
