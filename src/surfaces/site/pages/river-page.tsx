import type { ReactNode } from 'react'

import type { Facets, LivePlace, LiveSection, LiveTopic, River } from '#newsroom/live/live-story.ts'
import { named, placeInWords } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'
import { FacetForm, type FacetChoices } from './facet-form.tsx'
import { Locator } from './locator.tsx'
import { PageFrame } from './page-frame.tsx'
import { PageLinks } from './page-links.tsx'
import { RiverList } from './river-list.tsx'

export type RiverHead =
  | { kind: 'news' }
  | { kind: 'section'; section: LiveSection }
  | { kind: 'topic'; topic: LiveTopic }
  | { kind: 'place'; place: LivePlace }
  | { kind: 'archive'; year: number }

type RiverPageProps = {
  site: SiteContext
  head: RiverHead
  river: River
  facets?: Facets
  choices?: FacetChoices
  pageHref: (page: number) => string
}

/** Any river: all news with its facets, or one section, topic, place or year under a head of its own. */
export function RiverPage({ site, head, river, facets = {}, choices, pageHref }: RiverPageProps): ReactNode {
  const words = wordsIn(site.language)
  const { kicker, title } = namesOf(site, head)
  const full = river.page > 1 ? `${title}, ${words.page(river.page, river.pages)}` : title
  const meta = {
    kind: 'list',
    title: full,
    description: `${full}. ${named(site.settings.tagline, site.language)}`,
    noIndex: river.items.length === 0,
  } as const
  return (
    <PageFrame site={site} meta={meta}>
      <header className="page-name">
        <div>
          {kicker ? <p className="label">{kicker}</p> : null}
          <h1>{title}</h1>
          <p className="count">
            {words.stories(river.total)}
            {river.page > 1 ? ` · ${words.page(river.page, river.pages)}` : ''}
          </p>
        </div>
        {isArchived(head) ? <p className="state">{words.archivedEntry}</p> : null}
        {head.kind === 'place' ? <Locator site={site} places={[head.place]} /> : null}
      </header>
      {head.kind === 'news' && choices ? <FacetForm site={site} facets={facets} choices={choices} /> : null}
      {river.items.length > 0 ? <RiverList site={site} items={river.items} level={2} /> : <p className="nothing">{words.nothingHere}</p>}
      <PageLinks site={site} page={river.page} pages={river.pages} pageHref={pageHref} />
    </PageFrame>
  )
}

function isArchived(head: RiverHead): boolean {
  if (head.kind === 'section') return head.section.isArchived
  if (head.kind === 'topic') return head.topic.isArchived
  return head.kind === 'place' && head.place.isArchived
}

function namesOf(site: SiteContext, head: RiverHead): { kicker: string | null; title: string } {
  const words = wordsIn(site.language)
  switch (head.kind) {
    case 'news':
      return { kicker: null, title: words.news }
    case 'section':
      return { kicker: null, title: named(head.section.name, site.language) }
    case 'topic':
      return { kicker: words.topic, title: named(head.topic.name, site.language) }
    case 'place':
      return { kicker: words.place, title: placeInWords(head.place, site.language) }
    case 'archive':
      return { kicker: words.archive, title: String(head.year) }
  }
}
