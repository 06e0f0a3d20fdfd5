import { uuid7 } from '#lib/uuid7.ts'
import type { Transaction } from '#platform/database/database.ts'

export const noticeKinds = [
  'waits for review',
  'sent back',
  'cleared',
  'scheduled',
  'under embargo',
  'called off',
  'released',
  'corrected',
  'withdrawn',
  'deleted',
  'mentioned',
  'commented',
  'assigned',
  'pen taken',
  'approved',
  'refused',
  'answered',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Tells members that something waits for them, or came back: a badge at once, a mail as each of them wishes. Nobody is told of their own act. */
export async function notify(
  tx: Transaction,
  notice: {
    to: Iterable<string | null>
    /** Null: it is there no more, and the words are its headline. */
    edition: string | null
    kind: NoticeKind
    by: { id: string | null; name: string }
    words: string
    at: Date
  },
): Promise<void> {
  const members = [...new Set(notice.to)].filter((id): id is string => id !== null && id !== notice.by.id)
  if (members.length === 0) return
  await tx
    .insertInto('newsroom.notice')
    .values(
      members.map((member) => ({
        id: uuid7(notice.at),
        member_id: member,
        edition_id: notice.edition,
        kind: notice.kind,
        by_name: notice.by.name,
        words: notice.words.slice(0, 500),
        at: notice.at,
      })),
    )
    .execute()
}

/** Takes back what is true no more and was neither seen nor mailed: nobody is told of a release that is called off by now. */
export async function unsay(tx: Transaction, edition: string, kinds: readonly NoticeKind[]): Promise<void> {
  await tx
    .deleteFrom('newsroom.notice')
    .where('edition_id', '=', edition)
    .where('kind', 'in', kinds)
    .where('seen_at', 'is', null)
    .where('mailed_at', 'is', null)
    .execute()
}
