import { placePath } from '#newsroom/addresses/place-path.ts'
import type { Register } from '#newsroom/entries/field.ts'
import { desk, link, routes } from '#src/routes.ts'

const filters = { sections: 'section', projects: 'project', places: 'place', topics: 'topic' }

/** The desk's list of what is told of an entry; people and organisations are searched for by name. */
export function storiesPathOf(register: Register, id: string, name: string): string {
  const { name: of } = register
  const asked = of === 'people' || of === 'organisations' ? { text: name } : { [filters[of]]: id }
  return `${desk.stories}?${new URLSearchParams(asked).toString()}`
}

/** The page that readers have of an entry; people and organisations have none of their own. */
export function publicPathOf(register: Register, slug: string): string | undefined {
  if (register.name === 'sections') return link(routes.section, { slug })
  if (register.name === 'projects') return link(routes.project, { slug })
  if (register.name === 'topics') return link(routes.topic, { slug })
  return register.name === 'places' ? placePath(slug) : undefined
}
