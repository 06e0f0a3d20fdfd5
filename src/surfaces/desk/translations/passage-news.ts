/** How one passage stands; `parts` are what the page prints of it, where that is new. */
export type RowNews = {
  id: number
  status: string
  /** There are words of it in the translation, to be written here. */
  hasField: boolean
  parts?: { [part in 'said' | 'source' | 'act']: string }
}

/** How the passages of a translation stand, for a page that stays open. */
export type PassageNews = {
  revision: number
  sourceRevision: number
  state: string
  panels: { [name: string]: string }
  rows: RowNews[]
  /** How many are open still, in words. */
  left: string
}

/** What such a page says of what happened meanwhile. */
export type MeanwhileWords = { [what in 'sourceChanged' | 'rowsChanged' | 'again']: string }
