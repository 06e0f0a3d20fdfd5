import type { Transaction } from '#platform/database/database.ts'

/** Settles what needs no mail: what was seen, and what came to members who wish for none or may not enter. A wish that changes later brings no old news. */
export async function settleNotices(tx: Transaction, now: Date): Promise<void> {
  await tx
    .updateTable('newsroom.notice as notice')
    .set({ mailed_at: now })
    .where('notice.mailed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('notice.seen_at', 'is not', null),
        eb.not(
          eb.exists(
            eb
              .selectFrom('newsroom.member as member')
              .select('member.id')
              .whereRef('member.id', '=', 'notice.member_id')
              .where('member.state', '=', 'active')
              .where('member.mail_wish', '!=', 'never'),
          ),
        ),
      ]),
    )
    .execute()
}
