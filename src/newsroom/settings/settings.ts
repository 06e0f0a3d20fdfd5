import type { Translated } from '#platform/database/tables.ts'

/** The newsroom as readers meet it. The first language is the default one: its addresses have no prefix. */
export type Settings = {
  name: Translated
  tagline: Translated
  languages: string[]
  timeZone: string
  /** An OKLCH colour, as CSS writes it. */
  accent: string
  isDemo: boolean
}
