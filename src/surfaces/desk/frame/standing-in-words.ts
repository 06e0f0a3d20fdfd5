import type { EditionLine } from '#newsroom/desk-lists/edition-line.ts'
import type { ToCome } from '#newsroom/stories/release-store.ts'

import type { DeskWords } from '../words/desk-words.ts'
import { momentInWords } from './moments.ts'

export type Standing = Pick<EditionLine, 'hasDraftWaiting' | 'state' | 'toCome'>

/** Where a text waits behind another that is released, and what readers do not have yet; '' where neither is so. */
export function standingInWords({ hasDraftWaiting, state, toCome }: Standing, timeZone: string, say: DeskWords): string {
  const { draftWaiting, shownEarlier, earlierEmbargoed, earlierScheduled } = say.list
  if (toCome && !hasDraftWaiting) return toComeInWords(toCome, timeZone, say)
  if (toCome) return (toCome.isEmbargoed ? earlierEmbargoed : earlierScheduled)(momentInWords(toCome.at, timeZone, say.language))
  if (!hasDraftWaiting) return ''
  return state === 'released' || state === 'withdrawn' ? draftWaiting : shownEarlier
}

/** From when readers will have a text, and whether the press has it before them. */
export function toComeInWords({ at, isEmbargoed }: ToCome, timeZone: string, { list, language }: DeskWords): string {
  const moment = momentInWords(at, timeZone, language)
  return isEmbargoed ? list.embargoedUntil(moment) : list.scheduledFor(moment)
}
