import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** A mail that was kept as a file instead of being sent. The id is its file's name without `.eml`. */
export type KeptMail = { id: string; to: string; from: string; subject: string; at: Date }

const name = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{8}$/

/** The ids of the mails in the folder, newest first. */
export async function listMailbox(folder: string): Promise<string[]> {
  const files = await missingIs([], () => readdir(folder))
  return files.flatMap((file) => idOf(file) ?? []).toSorted((a, b) => (a < b ? 1 : -1))
}

/** The newest mails in the folder, newest first. */
export async function readMailbox(folder: string, atMost = 100): Promise<KeptMail[]> {
  const ids = (await listMailbox(folder)).slice(0, atMost)
  const mails = await Promise.all(ids.map((id) => readMail(folder, id)))
  return mails.filter((mail) => mail !== undefined)
}

/** A kept mail; undefined where none has this id. */
export async function readMail(folder: string, id: string): Promise<(KeptMail & { text: string }) | undefined> {
  const at = momentOf(id)
  if (!at) return undefined
  const content = await missingIs(undefined, () => readFile(join(folder, `${id}.eml`)))
  if (!content) return undefined
  const { to, from, subject, text } = await PostalMime.parse(content)
  return { id, to: to?.[0]?.address ?? '', from: from?.address ?? '', subject: subject ?? '', text: text ?? '', at }
}

/** When a mail was kept, which its name says; undefined for what names no mail. */
export function momentOf(id: string): Date | undefined {
  if (!name.test(id)) return undefined
  const at = new Date(id.replace(name, '$1-$2-$3T$4:$5:$6.$7Z'))
  return Number.isNaN(at.getTime()) ? undefined : at
}

function idOf(file: string): string | undefined {
  const id = file.replace(/\.eml$/, '')
  return id !== file && momentOf(id) ? id : undefined
}

async function missingIs<T, M>(instead: M, read: () => Promise<T>): Promise<T | M> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead
    throw error
  }
}
