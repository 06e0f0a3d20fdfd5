import { placeCode } from '#newsroom/addresses/place-path.ts'
import type { Facets, LivePlace, LiveProject, LiveSection, LiveTopic } from '#newsroom/live/live-story.ts'
import type { Registers } from '#newsroom/live/read-registers.ts'

import type { PageRequest } from './page-request.ts'

/** What a river's page is about, from its path. */
export type RiverSubject =
  | { kind: 'news' }
  | { kind: 'section'; section: LiveSection }
  | { kind: 'project'; project: LiveProject }
  | { kind: 'place'; place: LivePlace }
  | { kind: 'topic'; topic: LiveTopic }
  | { kind: 'year'; year: string }

/** A river asked for: its subject, the facets to read by, and those chosen by query as readers wrote them. */
export type AskedRiver = {
  subject: RiverSubject
  facets: string[]
  chosen: Facets
  page: number
  language: string
  /** Facets are put together in more ways than an archive has pages: what is narrowed by several is kept apart from those. */
  isAside: boolean
}

/** Finds what a path and query ask for; undefined where they name something that is not there. */
export function riverOf(request: PageRequest): AskedRiver | undefined {
  const { registers } = request.live
  const subject = subjectOf(request, registers)
  if (!subject) return undefined
  const chosen = chosenFacets(request.query)
  const narrowing = Object.entries(chosen).map(([name, value]) => facetOf(name, value, registers))
  if (narrowing.some((facet) => facet === undefined)) return undefined
  const page = pageOf(request.query.get('page'))
  if (page === undefined) return undefined
  // One that the newsroom speaks has an address of its own: see river-moved.ts.
  const tongue = request.query.get('lang')
  if (tongue && !registers.settings.languages.includes(tongue)) return undefined
  const own = subject.facet ? [subject.facet] : []
  const facets = [...own, ...narrowing.flatMap((facet) => facet ?? [])]
  return { subject: subject.subject, facets, chosen, page, language: request.language, isAside: facets.length > 1 }
}

function subjectOf({ path, params }: PageRequest, registers: Registers): { subject: RiverSubject; facet?: string } | undefined {
  const [, kind] = path.split('/')
  if (kind === 'sections') return named(registers.sections, params['slug'], (section) => ({ kind: 'section', section }), 'section')
  if (kind === 'projects') return named(registers.projects, params['slug'], (project) => ({ kind: 'project', project }), 'project')
  if (kind === 'topics') return named(registers.topics, params['slug'], (topic) => ({ kind: 'topic', topic }), 'topic')
  if (kind === 'places') {
    const code = placeCode(params['code'])
    const place = registers.places.get(code)
    return place && { subject: { kind: 'place', place }, facet: `place=${code}` }
  }
  if (kind === 'archive') {
    const year = params['year'] ?? ''
    return isYear(year) ? { subject: { kind: 'year', year }, facet: `year=${year}` } : undefined
  }
  return { subject: { kind: 'news' } }
}

function named<Entry extends { slug: string }>(
  register: Map<string, Entry>,
  slug: string | undefined,
  subject: (entry: Entry) => RiverSubject,
  facet: string,
): { subject: RiverSubject; facet: string } | undefined {
  const found = [...register].find(([, entry]) => entry.slug === slug)
  return found && { subject: subject(found[1]), facet: `${facet}=${found[0]}` }
}

/** Of the years that news can be of; there are pages to keep for no other. */
const isYear = (year: string) => /^(?:19|20)\d\d$/.test(year)

const facetNames = ['section', 'project', 'place', 'topic', 'year'] as const

function chosenFacets(query: URLSearchParams): Facets {
  return Object.fromEntries(facetNames.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])))
}

function facetOf(name: string, value: string, registers: Registers): string | undefined {
  if (name === 'place') return registers.places.has(placeCode(value)) ? `place=${placeCode(value)}` : undefined
  if (name === 'year') return isYear(value) ? `year=${value}` : undefined
  const register = { section: registers.sections, project: registers.projects, topic: registers.topics }[name]
  const id = register && [...register].find(([, entry]) => entry.slug === value)?.[0]
  return id && `${name}=${id}`
}

function pageOf(asked: string | null): number | undefined {
  if (asked === null || asked === '') return 1
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined
}
