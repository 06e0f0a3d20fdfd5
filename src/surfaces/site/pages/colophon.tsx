import type { ReactNode } from 'react'

import { named } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'
import { routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { siteHref } from './site-href.ts'

export function Colophon({ site }: { site: SiteContext }): ReactNode {
  const words = wordsIn(site.language)
  const { footer } = site.settings
  const text = named(footer.text, site.language)
  return (
    <footer className="colophon">
      <div className="colophon-words">
        <p className="colophon-name">{named(site.settings.name, site.language)}</p>
        {text ? <p className="colophon-text">{text}</p> : null}
      </div>
      <ul>
        <li>
          <a href={siteHref(site, routes.news)}>{words.allNews}</a>
        </li>
        <li>
          <a href={siteHref(site, routes.projects)}>{words.projects}</a>
        </li>
        {footer.links.map(({ href, name }) => (
          <li key={`${href} ${named(name, site.language)}`}>
            <a href={href}>{named(name, site.language)}</a>
          </li>
        ))}
      </ul>
      <ul aria-label={words.feeds}>
        <li>
          <a href={site.feedHrefs.rss}>RSS</a>
        </li>
        <li>
          <a href={site.feedHrefs.atom}>Atom</a>
        </li>
        <li>
          <a href={site.feedHrefs.json}>JSON Feed</a>
        </li>
      </ul>
    </footer>
  )
}
