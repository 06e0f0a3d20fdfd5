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

export type Choice = { value: string; name: string; about?: string }

/** What may be chosen in the writing form, by name. */
export function registerChoices(registers: Registers, language: string) {
  const names = registerNames(registers, language)
  const byName = (choices: Choice[]) => choices.toSorted((a, b) => a.name.localeCompare(b.name, language))
  return {
    sections: [...registers.sections].map(([value]) => ({ value, name: names.sectionOf(value) })),
    projects: byName(
      [...registers.projects].map(([value, project]) => ({
        value,
        name: [project.acronym, named(project.title, language)].filter((part) => part).join(': '),
      })),
    ),
    places: byName([...registers.places].map(([value]) => ({ value, name: names.placeOf(value) }))),
    topics: byName([...registers.topics].map(([value, topic]) => ({ value, name: named(topic.name, language) }))),
    people: byName([...registers.people].map(([value, person]) => ({ value, name: named(person.name, language) }))),
    organisations: byName(
      [...registers.organisations].map(([value, organisation]) => ({ value, name: named(organisation.name, language) })),
    ),
  }
}

export type RegisterChoices = ReturnType<typeof registerChoices>
