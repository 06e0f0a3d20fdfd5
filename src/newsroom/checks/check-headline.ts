import type { CheckedText } from './checked-text.ts'
import type { Found } from './finding.ts'

/** Readers never see a story without one, whatever the house rules say. */
export function checkHeadline({ headline }: CheckedText): Found[] {
  return headline.trim() === '' ? [{ field: 'headline', says: { code: 'headline missing' } }] : []
}
