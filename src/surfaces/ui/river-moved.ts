import { placeCode, placeInPath, placeInQuery } from '#newsroom/addresses/place-path.ts'
import type { Registers } from '#newsroom/live/read-registers.ts'
import { inLanguage } from '#src/routes.ts'

import type { PageRequest } from './page-request.ts'

/**
 * Where a river is whose entry was given another address, merged into another, is a place spelled otherwise than we do, or whose language is said by
 * the query; undefined: it is where it was asked for.
 */
export function riverMoved({ path, query, language, live }: PageRequest): string | undefined {
  const { registers } = live
  const tongue = registers.settings.languages.find((one) => one === query.get('lang'))
  const [, register = '', name = '', ...rest] = path.split('/')
  const now = currentName(registers, register, decoded(name), placeInPath)
  const asked = [...query].filter(([key]) => key !== 'lang' || tongue === undefined)
  const chosen = asked.map(([key, value]) => [key, chosenNow(registers, key, value)])
  const isMoved = tongue !== undefined || now !== undefined || chosen.some(([, value], position) => value !== asked[position]?.[1])
  if (!isMoved) return undefined
  const there = now === undefined ? path : ['', register, encodeURIComponent(now), ...rest].join('/')
  const search = new URLSearchParams(chosen.map(([key = '', value = '']) => [key, value])).toString()
  return inLanguage(there, tongue ?? language, live.defaultLanguage) + (search === '' ? '' : `?${search}`)
}

function chosenNow(registers: Registers, facet: string, value: string): string {
  return currentName(registers, registerOf[facet] ?? '', value, placeInQuery) ?? value
}

const registerOf: Readonly<Record<string, string>> = { section: 'sections', project: 'projects', topic: 'topics', place: 'places' }

/** What the address of an entry spells now; undefined where it spells that already, or nothing. */
function currentName(registers: Registers, register: string, name: string, spelled: (code: string) => string): string | undefined {
  if (register === 'places') {
    const code = registers.merged.get(placeCode(name)) ?? placeCode(name)
    return registers.places.has(code) && spelled(code) !== name ? spelled(code) : undefined
  }
  const id = registers.formerSlugs.get(`${register}/${name}`)
  if (id === undefined) return undefined
  return { sections: registers.sections, projects: registers.projects, topics: registers.topics }[register]?.get(id)?.slug
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
