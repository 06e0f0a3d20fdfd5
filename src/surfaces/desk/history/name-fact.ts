import type { Registers } from '#newsroom/live/read-registers.ts'
import { dayInWords } from '#surfaces/ui/day.ts'
import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import { registerNames } from '../frame/register-names.ts'
import type { DeskWords } from '../words/desk-words.ts'

/** Says what facts hold: ids as what they name, days and kinds in the language of the desk; what a register no longer has stays as it is. */
export function namer(registers: Registers, say: DeskWords): (field: string, value: string) => string {
  const { language } = say
  const names = registerNames(registers, language)
  const inWords = (name: { [language: string]: string } | undefined, otherwise: string) => (name ? named(name, language) : otherwise)
  const organisationOf = (id: string) => inWords(registers.organisations.get(id)?.name, id)
  return (of, value) => {
    if (of === 'section') return names.sectionOf(value) || value
    if (of === 'projects') return names.projectOf(value) || value
    if (of === 'places') return names.placeOf(value)
    if (of === 'topics') return inWords(registers.topics.get(value)?.name, value)
    if (of === 'people') return inWords(registers.people.get(value)?.name, value)
    if (of === 'activity' || of === 'dateline') return partInWords(of, value)
    return value
  }

  /** A part of a fact that has several, as its form calls it. */
  function partInWords(of: 'activity' | 'dateline', part: string): string {
    const [name = '', ...rest] = part.split(': ')
    const said = rest.join(': ')
    const { writing } = say
    if (name === 'isOnline') return writing.online
    const parts: { readonly [name: string]: [label: string, said?: (said: string) => string] } = {
      type: [writing.activityType, (type) => typesIn(language)[type] ?? type],
      name: [writing.activityName],
      starts: [writing.starts, dayOf],
      ends: [writing.ends, dayOf],
      place: of === 'dateline' ? [writing.datelinePlace] : [writing.activityPlace, names.placeOf],
      organisers: [writing.organisers, organisationOf],
      partners: [writing.partners, organisationOf],
      participants: [writing.participants],
      date: [writing.datelineDate, dayOf],
    }
    const [label, inItsWords] = parts[name] ?? [name]
    return say.about(label, inItsWords ? inItsWords(said) : said)
  }

  function dayOf(day: string): string {
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? dayInWords(day, language) : day
  }
}

const typesIn = (language: string): { readonly [type: string]: string } => wordsIn(language).activityTypes
