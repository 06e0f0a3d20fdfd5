import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import type { Config } from './config.ts'

type Kept = Pick<Config, 'dataFolder' | 'databaseUrl'>

const served = z.object({ origin: z.url({ protocol: /^https?$/ }), archive: z.string() })

/** Notes in the data folder where this archive is served, for commands that print links. */
export async function noteServedAddress(config: Kept, origin: string): Promise<void> {
  const draft = `${pathIn(config)}-${randomBytes(6).toString('hex')}`
  const note: z.infer<typeof served> = { origin, archive: archiveOf(config) }
  try {
    await writeFile(draft, `${JSON.stringify(note)}\n`, { mode: 0o600 })
    await rename(draft, pathIn(config))
  } catch {
    // A folder that only can be read serves as well; commands then say which address they assume.
  }
}

/** Where this archive was served last, as far as this data folder knows. */
export async function servedAddress(config: Kept): Promise<string | undefined> {
  try {
    const note = served.parse(JSON.parse(await readFile(pathIn(config), 'utf8')))
    return note.archive === archiveOf(config) ? note.origin : undefined
  } catch {
    return undefined
  }
}

const pathIn = ({ dataFolder }: Kept): string => join(dataFolder, 'served.json')

function archiveOf({ databaseUrl }: Kept): string {
  const { host, pathname } = new URL(databaseUrl ?? 'postgres:///embedded')
  return host + pathname
}
