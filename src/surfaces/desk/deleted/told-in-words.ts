import type { DeletedDraft } from '#newsroom/deleted-drafts/deleted-draft.ts'

import { momentInWords } from '../frame/moments.ts'
import type { DeskWords } from '../words/desk-words.ts'

/** Who deleted a draft, when, and until when it can be brought back. */
export function toldInWords({ deletedBy, deletedAt, until }: DeletedDraft, timeZone: string, { deleted, language }: DeskWords): string {
  return deleted.told(deletedBy, momentInWords(deletedAt, timeZone, language), momentInWords(until, timeZone, language))
}
