import { z } from 'zod'

import { uuid7 } from '#lib/uuid7.ts'

import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { parseInput } from '../refused-input.ts'
import { revokeLinks } from '../revoke-links.ts'
import { actOn } from '../stories/act-on.ts'
import { keepRevision, lockEdition } from '../stories/edition-store.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { nameInput } from '../text-input.ts'
import { hashOfToken, longestDays, newToken } from './private-link.ts'

export const privateLinkInput = z.object({
  edition: z.uuid(),
  forWhom: nameInput(200),
  days: z.coerce.number().int().min(1).max(longestDays),
})

/** Makes a link for people without an account: it shows the latest revision as it is now, and no other, until it expires. Returns its token, which is told once. */
export async function makePrivateLink(newsroom: Newsroom, by: Member, input: z.input<typeof privateLinkInput>): Promise<string> {
  const { edition: id, forWhom, days } = parseInput(privateLinkInput, input, { code: 'bad-private-link', lead: 'The link cannot be made' })
  return newsroom.db.transact(async (tx) => {
    const now = newsroom.clock.now()
    const edition = await lockEdition(tx, id)
    authorize(storyPolicy.makePrivateLink(by, edition), 'show this story outside')
    await keepRevision(tx, by, { edition: edition.id, number: edition.revision, at: now })
    const token = newToken()
    await tx
      .insertInto('newsroom.private_link')
      .values({
        id: uuid7(now),
        token_hash: hashOfToken(token),
        edition_id: edition.id,
        revision: edition.revision,
        for_whom: forWhom,
        made_by: by.id,
        made_by_name: by.name,
        made_at: now,
        expires_at: new Date(now.getTime() + days * 86_400_000),
      })
      .execute()
    await actOn(tx, by, edition, { act: 'makePrivateLink', at: now, details: { revision: edition.revision, forWhom, days } })
    return token
  })
}

/** Takes a private link back at once; what was answered through it stays. */
export async function revokePrivateLink(newsroom: Newsroom, by: Member, input: { edition: string; link: string }): Promise<void> {
  await newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    authorize(storyPolicy.revokePrivateLink(by, edition), 'take this link back')
    const at = newsroom.clock.now()
    await revokeLinks(tx, { edition_id: edition.id, id: input.link }, at)
    await actOn(tx, by, edition, { act: 'revokePrivateLink', at, details: { link: input.link } })
  })
}
