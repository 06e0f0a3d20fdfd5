import type { ReactNode } from 'react'

import { directionOf, named, ownName } from '#surfaces/ui/in-words.ts'
import { LogoImage } from '#surfaces/ui/drawing-image.tsx'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'
import { routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { SearchForm } from './search-form.tsx'
import { siteHref } from './site-href.ts'

export function Masthead({ site, newsroom, isFront }: { site: SiteContext; newsroom: string; isFront: boolean }): ReactNode {
  const words = wordsIn(site.language)
  const tagline = named(site.settings.tagline, site.language)
  return (
    <header className="masthead">
      <div className="masthead-top">
        <p className="newsroom">
          <a href={siteHref(site, routes.front)} aria-current={isFront ? 'page' : undefined}>
            {/* In place of the name, which it is called by. */}
            {site.settings.logo ? <LogoImage logo={site.settings.logo} alt={newsroom} /> : newsroom}
          </a>
        </p>
        {tagline ? <p className="tagline">{tagline}</p> : null}
        <LanguageMenu site={site} />
      </div>
      <div className="masthead-bar">
        <nav aria-label={words.mainMenu}>
          <ul>
            {site.navigation.map(({ href, name }) => (
              <li key={href}>
                <a href={href} aria-current={href === site.path ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SearchForm site={site} id="masthead-search" />
      </div>
    </header>
  )
}

function LanguageMenu({ site }: { site: SiteContext }): ReactNode {
  const others = site.alternates.filter((other) => other.language !== site.language)
  if (others.length === 0) return null
  return (
    <nav className="languages" aria-label={wordsIn(site.language).languages}>
      <ul>
        {others.map(({ language, href }) => (
          <li key={language}>
            <a href={href} hrefLang={language} lang={language} dir={directionOf(language)}>
              {ownName(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
