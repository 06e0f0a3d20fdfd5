import type { RecordedAct } from '#newsroom/audit/find-acts.ts'
import { isUuid } from '#lib/is-uuid.ts'
import { desk, link } from '#src/routes.ts'

/** The page of the change of many stories that an act was part of, from which it is undone; undefined where it was part of none. */
export function changeLink({ act, details }: Pick<RecordedAct, 'act' | 'details'>): string | undefined {
  if (act !== 'changeStories' && act !== 'undoChange') return undefined
  const change = typeof details === 'object' && details !== null && 'change' in details ? details.change : undefined
  return typeof change === 'string' && isUuid(change) ? link(desk.change, { change }) : undefined
}

const registerOf: Readonly<Record<string, string>> = {
  section: 'sections',
  project: 'projects',
  organisation: 'organisations',
  place: 'places',
  topic: 'topics',
  person: 'people',
}

/** Where the thing stands that something was done to; undefined where it has no page. */
export function objectLink({ act, kind, object }: Pick<RecordedAct, 'act' | 'kind' | 'object'>): string | undefined {
  if (act === 'clearDeletedDrafts') return undefined
  const register = registerOf[kind]
  if (register !== undefined) return link(desk.entry, { register, entry: object })
  switch (kind) {
    case 'edition':
      return link(desk.history, { edition: object })
    case 'member':
      return link(desk.person, { member: object })
    case 'visibility rule':
      return desk.rules
    case 'settings':
      return object === 'house rules' ? desk.rules : desk.siteSettings
    case 'address':
      return desk.addresses
    case 'key':
      return desk.keys
    default:
      return undefined
  }
}
