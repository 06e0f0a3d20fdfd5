import type { CheckedText } from './checked-text.ts'
import type { Found } from './finding.ts'

/** Days that were accepted from the text do not say what happened on them; nobody but the writer does. */
export function checkActivity({ activityType }: CheckedText): Found[] {
  return activityType === '' ? [{ field: 'activityType', says: { code: 'activity of no kind' } }] : []
}

/** An activity whose last day comes before its first has one of them wrong; both are kept as they were typed. */
export function checkActivityDays({ days: { activity } }: CheckedText): Found[] {
  const isBackwards = activity !== null && activity.starts !== null && activity.ends !== null && activity.ends < activity.starts
  return isBackwards ? [{ field: 'activityEnds', says: { code: 'ends before it begins' } }] : []
}
