import type { Registers } from '#newsroom/live/read-registers.ts'
import { inLanguage } from '#src/routes.ts'

import type { PageRequest } from './page-request.ts'
import { placeCode } from './river-of.ts'

/** Where a river is now whose entry was given another address or merged into another; undefined: it did not move. */
export function riverMoved({ path, query, language, live }: PageRequest): string | undefined {
  const { registers } = live
  const [, register = '', name = '', ...rest] = path.split('/')
  const now = currentName(registers, register, decoded(name))
  const chosen = [...query].map(([key, value]) => [key, chosenNow(registers, key, value)])
  const isMoved = now !== undefined || chosen.some(([, value], position) => value !== [...query][position]?.[1])
  if (!isMoved) return undefined
  const there = now === undefined ? path : ['', register, encodeURIComponent(now), ...rest].join('/')
  const search = new URLSearchParams(chosen.map(([key = '', value = '']) => [key, value])).toString()
  return inLanguage(there, language, live.defaultLanguage) + (search === '' ? '' : `?${search}`)
}

function chosenNow(registers: Registers, facet: string, value: string): string {
  const now = currentName(registers, registerOf[facet] ?? '', value)
  if (now === undefined) return value
  return facet === 'place' ? now.toLowerCase() : now
}

const registerOf: Readonly<Record<string, string>> = { section: 'sections', project: 'projects', topic: 'topics', place: 'places' }

/** What the address of an entry spells now; undefined where it spells that already, or nothing. */
function currentName(registers: Registers, register: string, name: string): string | undefined {
  if (register === 'places') {
    const code = registers.merged.get(placeCode(name))
    return code === undefined ? undefined : spelledPlace(code)
  }
  const id = registers.formerSlugs.get(`${register}/${name}`)
  if (id === undefined) return undefined
  return { sections: registers.sections, projects: registers.projects, topics: registers.topics }[register]?.get(id)?.slug
}

/** A place's code as its address spells it: `MD`, `MD-chisinau`. */
const spelledPlace = (code: string): string => code.replace(/^city\/(\w+)\//, '$1-')

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
