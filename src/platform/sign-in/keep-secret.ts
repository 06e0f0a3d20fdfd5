import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { Failure } from '#lib/failure.ts'

/** The secret that signs cookies: the given one, else the data folder's, which is made once and which only its owner can read. */
export async function keepSecret(given: string | null, dataFolder: string): Promise<string> {
  if (given !== null) return given
  const path = join(dataFolder, 'secret')
  const secret = (await read(path)) ?? (await make(dataFolder, path))
  if (secret.length >= 32) return secret
  throw new Failure('invalid', 'bad-secret', `${path} holds no secret. Remove it to have a new one made, which signs everybody out.`)
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

// Of two that make one at once the first wins, and a file that was cut short is never read.
async function make(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const draft = `${path}-${randomBytes(6).toString('hex')}`
  {
    await using file = await open(draft, 'wx', 0o600)
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await file.sync()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
  return (await readFile(path, 'utf8')).trim()
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)
