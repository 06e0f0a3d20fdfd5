import type { ReactNode } from 'react'

import { directionOf, named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import type { SiteContext } from '../site-context.ts'
import { Colophon } from './colophon.tsx'
import { Masthead } from './masthead.tsx'
import { PageHead, type PageMeta } from './page-head.tsx'

type FrameProps = { site: SiteContext; meta: PageMeta; className?: string; children: ReactNode }

/** Everything around a page's own content, from `<html>` in; the caller prints the doctype. */
export function PageFrame({ site, meta, className, children }: FrameProps): ReactNode {
  const words = wordsIn(site.language)
  return (
    <html lang={site.language} dir={directionOf(site.language)}>
      <PageHead site={site} meta={meta} />
      <body>
        <a className="skip" href="#content">
          {words.skipToContent}
        </a>
        {site.demoBanner ? (
          <aside className="demo">
            <p>{words.demo}</p>
          </aside>
        ) : null}
        <Masthead site={site} isFront={meta.kind === 'front'} newsroom={named(site.settings.name, site.language)} />
        <main id="content" className={className} tabIndex={-1}>
          {children}
        </main>
        <Colophon site={site} />
      </body>
    </html>
  )
}
