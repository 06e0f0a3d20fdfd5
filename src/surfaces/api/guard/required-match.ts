import { Failure } from '#lib/failure.ts'
import type { Member } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'

import { HttpFailure } from '../problem.ts'
import type { RevisionMark } from '../way.ts'

const missing = new HttpFailure(
  428,
  'if-match-needed',
  'Say which state this was made from: read the thing first, and send its ETag as If-Match.',
)

/** The version that If-Match names, of what is no story; whether it is the latest is asked where it is changed. */
export function namedVersion(header: string | undefined): number {
  if (header === undefined) throw missing
  const number = /^"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (number === undefined)
    throw new Failure('conflict', 'changed-meanwhile', 'This ETag names no version. Read the thing again, and send its ETag.')
  return Number(number)
}

export const versionTagOf = (version: number): string => `"${version}"`

/** Names a revision for good: nothing ever changes one. */
export const entityTagOf = ({ number, hash }: RevisionMark): string => `"${number}-${hash.slice(0, 16)}"`

/** The revision that If-Match names, which must be the latest (RFC 9110, section 13.1.1; RFC 6585, section 3). */
export async function requiredMatch(newsroom: Newsroom, by: Member, edition: string, header: string | undefined): Promise<number> {
  if (header === undefined) throw missing
  const { edition: held, hash } = await readWriting(newsroom.db.writer, edition)
  authorize(storyPolicy.readStory(by, held), 'read this story')
  const latest = entityTagOf({ number: held.revision, hash })
  const named = header.split(',').map((tag) => tag.trim())
  if (!named.includes(latest) && !named.includes('*'))
    throw new Failure(
      'conflict',
      'stale-revision',
      `Another revision was saved meanwhile: the latest is ${latest}. Read it, and bring your changes over.`,
      { values: { latest: held.revision } },
    )
  return held.revision
}
