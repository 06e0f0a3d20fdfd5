import type { ReactNode } from 'react'

import { named } from '#surfaces/ui/in-words.ts'

import type { SiteContext } from '../site-context.ts'

/** What the head says of a page. `noIndex` is for pages that search engines should forget. */
export type PageMeta = {
  kind: 'front' | 'list' | 'article' | 'notice'
  title: string
  description: string
  published?: Date
  modified?: Date | null
  noIndex?: boolean
  /** The page has something that comes from elsewhere once a reader asks for it. */
  hasEmbeds?: boolean
}

export function PageHead({ site, meta }: { site: SiteContext; meta: PageMeta }): ReactNode {
  const newsroom = named(site.settings.name, site.language)
  const title = meta.title === newsroom ? newsroom : `${meta.title} – ${newsroom}`
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={meta.description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fcfaf5" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1e1d1a" />
      {meta.noIndex ? <meta name="robots" content="noindex" /> : null}
      {site.fontPreloads.map((href) => (
        <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
      ))}
      <link rel="stylesheet" href={site.cssHref} />
      <link rel="icon" type="image/svg+xml" href={site.iconHref} />
      {meta.hasEmbeds ? <script type="module" src={site.embedScriptHref} /> : null}
      <Addresses site={site} meta={meta} />
      <meta property="og:type" content={meta.kind === 'article' ? 'article' : 'website'} />
      <meta property="og:title" content={meta.title} />
      <meta property="og:description" content={meta.description} />
      {meta.kind === 'notice' ? null : <meta property="og:url" content={site.canonical} />}
      <meta property="og:site_name" content={newsroom} />
      <meta property="og:locale" content={site.language.replace('-', '_')} />
      {meta.published ? <meta property="article:published_time" content={meta.published.toISOString()} /> : null}
      {meta.modified ? <meta property="article:modified_time" content={meta.modified.toISOString()} /> : null}
      <meta name="twitter:card" content="summary" />
    </head>
  )
}

function Addresses({ site, meta }: { site: SiteContext; meta: PageMeta }): ReactNode {
  const title = named(site.settings.name, site.language)
  if (meta.kind === 'notice') return null
  // A later part of a list is the same as no part of another language's.
  const alternates = site.alternates.some(({ href }) => href === site.canonical) ? site.alternates : []
  return (
    <>
      <link rel="canonical" href={site.canonical} />
      {alternates.map((other) => (
        <link key={other.language} rel="alternate" hrefLang={other.language} href={other.href} />
      ))}
      <link rel="alternate" type="application/rss+xml" title={`${title} (RSS)`} href={site.feedHrefs.rss} />
      <link rel="alternate" type="application/atom+xml" title={`${title} (Atom)`} href={site.feedHrefs.atom} />
      <link rel="alternate" type="application/feed+json" title={`${title} (JSON)`} href={site.feedHrefs.json} />
    </>
  )
}
