import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { listMailbox, momentOf } from './mailbox.ts'

const daysKept = 30

/** Takes away the mails that were kept more than thirty days ago. Returns how many. */
export async function clearMailbox(folder: string, now: Date): Promise<number> {
  const oldest = now.getTime() - daysKept * 86_400_000
  const old = (await listMailbox(folder)).filter((id) => (momentOf(id)?.getTime() ?? oldest) < oldest)
  for (const id of old) await rm(join(folder, `${id}.eml`), { force: true })
  return old.length
}
