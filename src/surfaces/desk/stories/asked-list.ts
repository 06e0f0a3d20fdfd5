import { isUuid } from '#lib/is-uuid.ts'
import type { ListFilter, ListPlace, ListQuery } from '#newsroom/desk-lists/list-query.ts'
import { listOrders } from '#newsroom/desk-lists/list-query.ts'
import type { Question } from '#newsroom/desk-lists/view-query.ts'
import { noSection, questionNames } from '#newsroom/desk-lists/view-query.ts'
import { editionStates } from '#newsroom/stories/story.ts'

import { instantIn } from '../frame/moments.ts'

/** What the list's form says, as its address has it; '' where it says nothing. */
export type Asked = Record<Question, string>

export function askedOf(query: URLSearchParams): Asked {
  const said = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  return {
    text: said('text'),
    state: said('state'),
    language: said('language'),
    section: said('section'),
    project: said('project'),
    place: said('place'),
    topic: said('topic'),
    person: said('person'),
    organisation: said('organisation'),
    assignee: said('assignee'),
    author: said('author'),
    from: said('from'),
    until: said('until'),
    stale: said('stale'),
    own: said('own'),
    order: said('order'),
  }
}

/** The list's address for what is asked, without what is not; `more` says which page. */
export function addressOf(asked: Asked, more: [string, string][] = []): string {
  const said = questionNames.flatMap((name): [string, string][] => (asked[name] === '' ? [] : [[name, asked[name]]]))
  return new URLSearchParams([...said, ...more]).toString()
}

/** What a query asks of the list, and of which page, without what the list does not know. */
export function knownAddress(query: string): string {
  const said = new URLSearchParams(query)
  return addressOf(askedOf(said), pageIn(said))
}

/** Which page a query asks for, as its address has it. */
export function pageIn(query: URLSearchParams): [string, string][] {
  return ['after', 'before'].flatMap((name): [string, string][] => {
    const place = placeOf(query.get(name))
    return place ? [[name, placeInWords(place)]] : []
  })
}

/** Whether anything narrows the list; its order does not. */
export const isNarrowed = (asked: Asked): boolean => questionNames.some((name) => name !== 'order' && asked[name] !== '')

/** How many filters are on; the words that are searched for and the order are none. */
export const countFilters = (asked: Asked): number =>
  questionNames.filter((name) => name !== 'text' && name !== 'order' && asked[name] !== '').length

export function filterOf(asked: Asked, timeZone: string): ListFilter {
  const state = editionStates.find((one) => one === asked.state)
  const from = dayStart(asked.from, timeZone)
  const until = dayStart(dayAfter(asked.until), timeZone)
  return {
    ...(state && { state }),
    ...(asked.text && { text: asked.text }),
    ...(asked.own && { isOwn: true }),
    ...(asked.stale && { isStale: true }),
    ...(asked.language && { language: asked.language }),
    ...(asked.section === noSection && { section: null }),
    ...(isUuid(asked.section) && { section: asked.section }),
    ...(isUuid(asked.project) && { project: asked.project }),
    ...(asked.place && { place: asked.place }),
    ...(isUuid(asked.topic) && { topic: asked.topic }),
    ...(isUuid(asked.person) && { person: asked.person }),
    ...(isUuid(asked.organisation) && { organisation: asked.organisation }),
    ...(isUuid(asked.assignee) && { assignee: asked.assignee }),
    ...(isUuid(asked.author) && { author: asked.author }),
    ...(from && { releasedFrom: from }),
    ...(until && { releasedBefore: until }),
  }
}

export function queryOf(asked: Asked, query: URLSearchParams, timeZone: string): ListQuery {
  const order = listOrders.find((one) => one === asked.order)
  const [after, before] = [placeOf(query.get('after')), placeOf(query.get('before'))]
  return { ...filterOf(asked, timeZone), ...(order && { order }), ...(after && { after }), ...(before && { before }) }
}

/** A place in the list as an address says it. */
export const placeInWords = ({ key, edition }: ListPlace): string => `${key}_${edition}`

function placeOf(said: string | null): ListPlace | undefined {
  const [key = '', edition = ''] = (said ?? '').split('_')
  return isUuid(edition) ? { key, edition } : undefined
}

const dayStart = (day: string, timeZone: string): Date | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(day) ? instantIn(`${day}T00:00`, timeZone) : undefined

function dayAfter(day: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  return at && !Number.isNaN(at.getTime()) ? new Date(at.getTime() + 86_400_000).toISOString().slice(0, 10) : ''
}
