import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { fileItems } from '#newsroom/batches/file-items.ts'
import { endBatch, openBatch } from '#newsroom/batches/open-batch.ts'
import { operator } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { foundNewsroom } from '#newsroom/settings/found-newsroom.ts'
import { systemClock } from '#platform/clock.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'

import { madeUpStory } from './made-up-stories.ts'

export type BenchNewsroom = Newsroom & AsyncDisposable & { sections: string[]; projects: string[] }

/** A founded newsroom on an engine; without an address, on PGlite in a folder that goes with it, synced to the disk as in use. */
export async function openBenchNewsroom(databaseUrl?: string, languages = ['en']): Promise<BenchNewsroom> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const db = await openDatabase({ databaseUrl, dataFolder, role: 'server' })
  await migrate(db, join(import.meta.dirname, '../db/migrations'))
  const newsroom = { db, clock: systemClock }
  await foundNewsroom(newsroom, {
    name: { en: 'Bench' },
    languages,
    timeZone: 'UTC',
    accent: 'oklch(0.5 0.1 200)',
    administrator: 'bench@example.org',
  })
  const sections = [
    await fileSection(newsroom, { slug: 'project-news', name: { en: 'Project News' } }),
    await fileSection(newsroom, { slug: 'in-focus', name: { en: 'In Focus' } }),
  ]
  return {
    ...newsroom,
    sections,
    projects: [],
    async [Symbol.asyncDispose]() {
      await db[Symbol.asyncDispose]()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Fills an archive up to so many stories, released ones where nothing else is said. Returns stories a second. */
export async function fillArchive(
  newsroom: BenchNewsroom,
  from: number,
  to: number,
  as: 'draft' | 'published' = 'published',
): Promise<number> {
  const batch = await openBatch(newsroom, `bench ${from}`)
  const began = performance.now()
  for (let at = from; at < to; at += 200) {
    const items = Array.from({ length: Math.min(200, to - at) }, (_, index) => madeUpStory(at + index, { total: to, ...newsroom }))
    await fileItems(newsroom, operator, { batch, items, as })
  }
  const taken = performance.now() - began
  await endBatch(newsroom, batch, null)
  return (to - from) / (taken / 1000)
}
