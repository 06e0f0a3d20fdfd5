import { statusOf } from '../stories/passages/followed.ts'
import type { PassagePair } from './read-translation.ts'

/** Whether somebody must still look at a passage. */
export const isOpen = ({ followed }: PassagePair): boolean => followed !== null && statusOf(followed) !== 'done'

/** The open passage that follows one on the page, from the top again after the last; undefined: nothing is open. */
export function nextOpen(pairs: readonly PassagePair[], after: number): number | undefined {
  const at = pairs.findIndex(({ followed }) => followed?.id === after)
  return [...pairs.slice(at + 1), ...pairs.slice(0, at + 1)].find(isOpen)?.followed?.id
}
