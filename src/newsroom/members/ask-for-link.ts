import type { Newsroom } from '../newsroom.ts'
import { addSignInLink } from './sign-in-link.ts'

/** Makes the link that a member asked for by mail. Undefined where the address is nobody's, or theirs who may not come in. */
export async function askForLink(newsroom: Newsroom, email: string): Promise<{ to: string; name: string; token: string } | undefined> {
  const member = await findByEmail(newsroom, email)
  if (!member || member.state === 'suspended') return undefined
  const link = { memberId: member.id, purpose: 'mail', at: newsroom.clock.now() } as const
  const token = await newsroom.db.transact((tx) => addSignInLink(tx, link))
  return { to: member.email, name: member.name || member.email, token }
}

export async function findByEmail(
  newsroom: Newsroom,
  email: string,
): Promise<{ id: string; email: string; name: string; state: string } | undefined> {
  return newsroom.db.writer
    .selectFrom('newsroom.member')
    .select(['id', 'email', 'name', 'state'])
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.trim().toLowerCase()))
    .executeTakeFirst()
}
