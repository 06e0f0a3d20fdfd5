import { Failure } from '#lib/failure.ts'
import { fold } from '#lib/fold.ts'
import { slugify } from '#lib/slugify.ts'
import type { BatchItem } from '#newsroom/batches/batch-item.ts'
import { fileItems } from '#newsroom/batches/file-items.ts'
import { endBatch, openBatch } from '#newsroom/batches/open-batch.ts'
import { addSectionFor } from '#newsroom/batches/add-section-for.ts'
import type { Member } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { readSettings } from '#newsroom/settings/read-settings.ts'
import { readKnownFacts } from '#newsroom/suggestions/known-facts.ts'
import { createFactFinder } from '#newsroom/suggestions/suggest-facts.ts'

import { batchItemOf } from './batch-item-of.ts'
import type { ReadSourceOptions } from './read-source.ts'
import { readSource } from './read-source.ts'
import type { Skipped, SourceFormat, SourceStory } from './source-story.ts'

export type ImportOptions = ReadSourceOptions & {
  as: 'draft' | 'published'
  /** Called after each chunk that stands in the archive. */
  onFiled?: (counts: { read: number; filed: number }) => void
}

export type Imported = { batch: string | null; format: SourceFormat | null; read: number; filed: number; skipped: Skipped[] }

const chunkSize = 200

/** Reads a source and files it, chunk by chunk; what was filed before, by this run or another, is left as it is. */
export async function importArchive(newsroom: Newsroom, by: Member, source: string, options: ImportOptions): Promise<Imported> {
  const { languages, timeZone } = await readSettings(newsroom.db.writer)
  const language = options.language ?? languages[0] ?? 'en'
  const result: Imported = { batch: null, format: null, read: 0, filed: 0, skipped: [] }
  const sections = new Map<string, string>()
  const startOfDay = dayStarter(timeZone)
  const suggest = createFactFinder(await readKnownFacts(newsroom.db.writer))
  let chunk: SourceStory[] = []
  const file = async () => {
    if (chunk.length === 0) return
    const batch = (result.batch ??= await openBatch(newsroom, nameOf(source, newsroom.clock.now())))
    for (const label of labelsOf(chunk, sections))
      sections.set(fold(label), await addSectionFor(newsroom, batch, { label, slug: slugify(label), language }))
    const first = result.read - chunk.length
    const items: BatchItem[] = chunk.map((story, position) =>
      batchItemOf(story, {
        language,
        languages,
        startOfDay,
        section: (label) => sections.get(fold(label)) ?? label,
        index: first + position,
        now: newsroom.clock.now(),
        suggest,
      }),
    )
    const { filed, refused } = await fileWhole(newsroom, by, { batch, items, as: options.as })
    result.filed += filed
    const skip = (item: BatchItem, reason: string) => {
      const { line = 0, file: source } = chunk[items.indexOf(item)] ?? {}
      result.skipped.push({ ...(source !== undefined && { file: source }), line, reason, text: item.content.headline })
    }
    for (const item of items) if (!languages.includes(item.language)) skip(item, 'language-not-published')
    for (const item of refused) skip(item, 'refused')
    chunk = []
    options.onFiled?.({ read: result.read, filed: result.filed })
  }
  for await (const event of readSource(source, options)) {
    if (event.kind === 'format') result.format ??= event.format
    else if (event.kind === 'skipped') result.skipped.push(event.skipped)
    else {
      chunk.push(event.story)
      result.read += 1
      if (chunk.length === chunkSize) await file()
    }
  }
  await file()
  if (result.read === 0) throw noStories(source)
  if (result.batch) await endBatch(newsroom, result.batch, result.format)
  return result
}

/** What is said of a source without stories. */
export function noStories(source: string): Failure {
  return new Failure('invalid', 'no-stories', `${calledOf(source)} has no stories that can be told apart; nothing was filed.`)
}

/** What a source is called where it is spoken of. */
export const calledOf = (source: string): string => (source === '-' ? 'standard input' : source)

/** Standard input is another source each time, which a cut-off batch cannot go on with. */
function nameOf(source: string, now: Date): string {
  return source === '-' ? `standard input, ${now.toISOString()}` : source
}

/** Files a chunk, or each of its items by itself where the archive refuses what one of them holds. */
async function fileWhole(
  newsroom: Newsroom,
  by: Member,
  chunk: { batch: string; items: BatchItem[]; as: 'draft' | 'published' },
): Promise<{ filed: number; refused: BatchItem[] }> {
  try {
    return { filed: await fileItems(newsroom, by, chunk), refused: [] }
  } catch (error) {
    if (!isAboutData(error)) throw error
    if (chunk.items.length === 1) return { filed: 0, refused: chunk.items }
    const result: { filed: number; refused: BatchItem[] } = { filed: 0, refused: [] }
    for (const item of chunk.items) {
      const { filed, refused } = await fileWhole(newsroom, by, { ...chunk, items: [item] })
      result.filed += filed
      result.refused.push(...refused)
    }
    return result
  }
}

/** SQLSTATE class 22 (data exception) and 54 (program limit exceeded). */
function isAboutData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(22|54)...$/.test(error.code)
}

function labelsOf(chunk: SourceStory[], known: Map<string, string>): string[] {
  const labels = new Map(chunk.flatMap((story) => (story.section ? [[fold(story.section), story.section] as const] : [])))
  return [...labels].flatMap(([key, label]) => (known.has(key) ? [] : [label]))
}

function dayStarter(timeZone: string): (day: string) => Date {
  return (day) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds)
}
