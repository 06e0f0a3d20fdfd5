import type { ReactNode } from 'react'

import type { RiverItem } from '#newsroom/live/live-story.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'
import { PageFrame } from './page-frame.tsx'
import { RiverList } from './river-list.tsx'
import { SearchForm } from './search-form.tsx'

/** 410: `reason` is the public one. `newest` are the stories to go on with: related ones where there are any. */
export function GonePage({ site, reason, newest }: { site: SiteContext; reason: string | null; newest: RiverItem[] }): ReactNode {
  const words = wordsIn(site.language)
  return <Notice site={site} title={words.goneTitle} text={words.goneText} reason={reason} newest={newest} />
}

/** 404. */
export function NotFoundPage({ site, newest }: { site: SiteContext; newest: RiverItem[] }): ReactNode {
  const words = wordsIn(site.language)
  return <Notice site={site} title={words.notFoundTitle} text={words.notFoundText} reason={null} newest={newest} />
}

/** 503: the archive does not answer, so this page needs nothing from it. */
export function UnavailablePage({ site }: { site: SiteContext }): ReactNode {
  const words = wordsIn(site.language)
  return <Notice site={site} title={words.unavailableTitle} text={words.unavailableText} reason={null} newest={[]} />
}

type NoticeProps = { site: SiteContext; title: string; text: string; reason: string | null; newest: RiverItem[] }

function Notice({ site, title, text, reason, newest }: NoticeProps): ReactNode {
  return (
    <PageFrame site={site} meta={{ kind: 'notice', title, description: text, noIndex: true }}>
      <header className="page-name">
        <div>
          <h1>{title}</h1>
          {reason ? <p className="reason">{reason}</p> : null}
          <p className="notice-text">{text}</p>
          <SearchForm site={site} id="notice-search" />
        </div>
      </header>
      {newest.length > 0 ? (
        <section aria-labelledby="newest">
          <h2 className="block-name" id="newest">
            {wordsIn(site.language).newestStories}
          </h2>
          <RiverList site={site} items={newest} level={3} />
        </section>
      ) : null}
    </PageFrame>
  )
}
