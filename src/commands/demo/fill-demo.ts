import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Failure } from '#lib/failure.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { Config } from '#platform/config/config.ts'

import { loadDemo } from './load-demo.ts'

type Place = Pick<Config, 'dataFolder' | 'databaseUrl'>

/** Fills an empty archive with the demo; a mark in the data folder tells of one that was cut off. */
export async function fillDemo(newsroom: Newsroom, config: Place): Promise<void> {
  await writeFile(markIn(config), '')
  await loadDemo(newsroom)
  await rm(markIn(config))
}

/** Refuses an archive that holds half of the demo, which nobody would take for the whole. */
export function refuseHalfDemo(config: Place): void {
  if (!existsSync(markIn(config))) return
  const what = config.databaseUrl ? `empty the database of DATABASE_URL, delete ${config.dataFolder}` : `delete ${config.dataFolder}`
  throw new Failure('conflict', 'half-a-demo', `The demo was cut off while it was being filled: ${what}, and start again.`)
}

const markIn = ({ dataFolder }: Place): string => join(dataFolder, 'demo-unfinished')
