import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import type { Member } from '../members/member.ts'
import type { Pen } from './pen.ts'
import { isHeldElsewhere, leaseSeconds } from './pen.ts'

/** Someone else holds the pen; nothing was saved, and the text in the browser stays where it is. */
export class PenElsewhere extends Failure {
  readonly pen: Pen

  constructor(pen: Pen) {
    super(
      'conflict',
      'pen-elsewhere',
      `${pen.name} holds the pen. Take it over to go on writing; what you wrote is kept on this computer.`,
      { values: { name: pen.name } },
    )
    this.pen = pen
  }
}

export async function readPen(db: Reader, edition: string): Promise<Pen | undefined> {
  return db
    .selectFrom('newsroom.pen')
    .select(['member_id as member', 'member_name as name', 'tab', 'taken_at as takenAt', 'expires_at as expiresAt'])
    .where('edition_id', '=', edition)
    .executeTakeFirst()
}

/** Takes a free pen or renews one's own; refuses one that is held elsewhere, unless it is taken over. Returns whose it was. */
export async function holdPen(
  tx: Transaction,
  by: Member,
  { edition, tab, now, takeOver = false }: { edition: string; tab: string; now: Date; takeOver?: boolean },
): Promise<Pen | undefined> {
  const pen = await readPen(tx, edition)
  const isElsewhere = pen !== undefined && isHeldElsewhere(pen, { member: by.id, tab }, now)
  if (isElsewhere && !takeOver) throw new PenElsewhere(pen)
  const isRenewal = pen?.member === by.id && pen.tab === tab
  const lease = {
    member_id: by.id,
    member_name: by.name,
    tab,
    taken_at: isRenewal ? pen.takenAt : now,
    expires_at: new Date(now.getTime() + leaseSeconds * 1000),
  }
  await tx
    .insertInto('newsroom.pen')
    .values({ edition_id: edition, ...lease })
    .onConflict((conflict) => conflict.column('edition_id').doUpdateSet(lease))
    .execute()
  return isElsewhere ? pen : undefined
}
