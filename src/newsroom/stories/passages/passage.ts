import { canonicalJson, hashOf } from '#lib/canonical-json.ts'

import type { Inline } from '../body.ts'

export const fieldKinds = ['headline', 'summary', 'byline', 'dateline', 'activity', 'searchTitle', 'searchDescription'] as const
export const bodyKinds = ['paragraph', 'heading2', 'heading3', 'heading4', 'attribution', 'title', 'note'] as const
export type PassageKind = (typeof fieldKinds)[number] | (typeof bodyKinds)[number]

/** What a passage says. A footnote in it is there by its number within the passage; what the note says is a passage of its own. */
export type Said = { kind: PassageKind; inlines: Inline[]; url?: string | undefined }

/** The smallest piece of an edition that is translated by itself: a field, a paragraph, a heading, a footnote, who was quoted. */
export type Passage = Said & {
  within: Within
  /** Of a footnote: which of its line it is. */
  number?: string
}

/** What a passage stands in, for whoever sees it alone. */
export type Within = 'list' | 'quote' | 'callout' | 'table' | null

export const isField = ({ kind }: Said): boolean => fieldKinds.some((field) => field === kind)

/** Only paragraphs and headings have marks, links, breaks and footnotes; the rest are words alone. */
export const isLine = ({ kind }: Said): boolean => kind === 'paragraph' || kind.startsWith('heading')

/** Equal for passages that say the same and look the same. */
export const keyOf = ({ kind, inlines, url }: Said): string => canonicalJson([kind, url ?? null, inlines])

/** The words and marks of a passage as one short name, whatever it stands as. */
export const fingerprint = ({ inlines }: Pick<Said, 'inlines'>): string => hashOf(inlines).slice(0, 24)

/** The words of a passage without their marks; a break is a line break. */
export function wordsOf({ inlines }: Pick<Said, 'inlines'>): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : '')).join('')
}

/** Only what it says, without where it stands. */
export const saidOf = ({ kind, inlines, url }: Said): Said => ({ kind, inlines, ...(url !== undefined && { url }) })
