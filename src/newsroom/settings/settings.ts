import type { Translated } from '#platform/database/register-rows.ts'

import type { Drawing } from '../drawings/drawing.ts'

/** The newsroom as readers meet it. The first language is the default one: its addresses have no prefix. */
export type Settings = {
  name: Translated
  tagline: Translated
  languages: string[]
  timeZone: string
  /** An OKLCH colour, as CSS writes it. */
  accent: string
  isDemo: boolean
  /** What stands in the head of every page, in this order; null: all news, every section and the projects. */
  navigation: NavigationPlace[] | null
  footer: Footer
  /** Stands in place of the name in the head of every page. */
  logo: Drawing | null
}

/** The settings with the version by which a change says what it was made from; the logo has none. */
export type HeldSettings = Settings & { version: number }

/** Sections by their ids. */
export type NavigationPlace = { kind: 'news' } | { kind: 'projects' } | { kind: 'section'; section: string } | ({ kind: 'link' } & OwnLink)

/** A path of the site, or an address that begins with https:. */
export type OwnLink = { name: Translated; href: string }
export type Footer = { text: Translated; links: OwnLink[] }

export const noFooter: Footer = { text: {}, links: [] }
