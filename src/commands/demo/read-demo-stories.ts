import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DemoEdition } from './demo-files.ts'
import { demoEdition } from './demo-files.ts'

export type DemoStory = { name: string; editions: { language: string; head: DemoEdition; markdown: string }[] }

/** The stories of demo/stories, a folder a story, a file an edition; the one that says what the story is about comes first. */
export async function readDemoStories(folder: string): Promise<DemoStory[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.toSorted().map((name) => readStory(folder, name)))
}

async function readStory(folder: string, name: string): Promise<DemoStory> {
  const files = (await readdir(join(folder, name))).filter((file) => file.endsWith('.md'))
  const editions = await Promise.all(
    files.toSorted().map(async (file) => ({
      language: file.slice(0, -3),
      ...splitFrontMatter(await readFile(join(folder, name, file), 'utf8'), `${name}/${file}`),
    })),
  )
  return { name, editions: editions.toSorted((a, b) => Number(b.head.kind !== undefined) - Number(a.head.kind !== undefined)) }
}

function splitFrontMatter(text: string, name: string): { head: DemoEdition; markdown: string } {
  const parts = /^---json\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (!parts) throw new Error(`${name} has no front matter`)
  return { head: demoEdition.parse(JSON.parse(parts[1] ?? '')), markdown: (parts[2] ?? '').trim() }
}
