import type { RecordedAct } from '#newsroom/audit/find-acts.ts'
import { desk, link } from '#src/routes.ts'

const registerOf: Readonly<Record<string, string>> = {
  section: 'sections',
  project: 'projects',
  organisation: 'organisations',
  place: 'places',
  topic: 'topics',
  person: 'people',
}

/** Where the thing stands that something was done to; undefined where it has no page. */
export function objectLink({ kind, object }: Pick<RecordedAct, 'kind' | 'object'>): string | undefined {
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
