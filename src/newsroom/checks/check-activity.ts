import type { CheckedText } from './checked-text.ts'
import type { Found } from './finding.ts'

/** Days that were accepted from the text do not say what happened on them; nobody but the writer does. */
export function checkActivity({ activityType }: CheckedText): Found[] {
  return activityType === '' ? [{ field: 'activityType', says: { code: 'activity of no kind' } }] : []
}
