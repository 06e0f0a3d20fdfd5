import { cutText } from '#lib/legible.ts'

import { isVisible, onOneLine } from '../text-input.ts'

/** What a revision is called: one line of at most 120 characters, or '' where nothing of it can be seen. */
export function revisionName(said: string): string {
  const name = cutText(onOneLine(said).trim(), 120).trim()
  return isVisible(name) ? name : ''
}
