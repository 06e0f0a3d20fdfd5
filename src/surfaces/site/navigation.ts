import type { Registers } from '#newsroom/live/read-registers.ts'
import type { NavigationPlace } from '#newsroom/settings/settings.ts'
import { inLanguage, link, routes } from '#src/routes.ts'
import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

/** What stands in the head of every page in a language: as the newsroom chose, or everything. Sections that are archived stand nowhere. */
export function navigationOf({ settings, sections }: Registers, language: string): { href: string; name: string }[] {
  const words = wordsIn(language)
  const here = (path: string) => inLanguage(path, language, settings.languages[0] ?? 'en')
  const places: NavigationPlace[] = settings.navigation ?? [
    { kind: 'news' },
    ...[...sections.keys()].map((section) => ({ kind: 'section', section }) as const),
    { kind: 'projects' },
  ]
  return places.flatMap((place) => {
    if (place.kind === 'news') return { href: here(routes.news), name: words.news }
    if (place.kind === 'projects') return { href: here(routes.projects), name: words.projects }
    if (place.kind === 'link') return { href: place.href, name: named(place.name, language) }
    const section = sections.get(place.section)
    if (!section || section.isArchived) return []
    return { href: here(link(routes.section, { slug: section.slug })), name: named(section.name, language) }
  })
}
