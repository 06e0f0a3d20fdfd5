import type { Reader } from '#platform/database/database.ts'
import { kept } from '#src/routes.ts'

import { findOldAddress } from './list-old-addresses.ts'
import type { OldAddress } from './old-address.ts'
import { pathOfAddress } from './old-address.ts'

/** What an address can answer: `desk` is what is kept for the desk and programs, `none` is no address at all. */
export const addressAnswers = ['page', 'moved', 'gone', 'unknown', 'desk', 'none'] as const

export type TriedAddress = { path: string; kind: (typeof addressAnswers)[number]; location?: string; byHand?: OldAddress }

type AnswerAt = (path: string) => Promise<{ status: number; location: string | undefined }>

/** What an address answers now, and whether somebody said so by hand. */
export async function tryAddress(db: Reader, said: string, answerAt: AnswerAt): Promise<TriedAddress> {
  const path = pathOfAddress(said)
  if (path === undefined) return { path: said, kind: 'none' }
  const [bare = ''] = path.split('?')
  const byHand = await findOldAddress(db, path)
  if (kept.never.test(bare)) return { path, kind: 'desk' }
  const { status, location } = await answerAt(path)
  const kind = status === 200 ? 'page' : status === 410 ? 'gone' : location === undefined ? 'unknown' : 'moved'
  return { path, kind, ...(location !== undefined && { location }), ...(byHand && { byHand }) }
}
