import { Command, Option } from 'commander'
import { z } from 'zod'

import { isLanguageTag } from '#lib/is-language-tag.ts'
import { undoBatch } from '#newsroom/batches/undo-batch.ts'
import { operator } from '#newsroom/members/member.ts'
import { factsBeforeFiling } from '#newsroom/suggestions/known-facts.ts'
import { createFactFinder } from '#newsroom/suggestions/suggest-facts.ts'
import type { Suggestion, SuggestionText } from '#newsroom/suggestions/suggestion.ts'
import { readConfig } from '#platform/config/config.ts'
import type { Imported } from '#surfaces/intake/import-archive.ts'
import { calledOf, importArchive, noStories } from '#surfaces/intake/import-archive.ts'
import { readSource } from '#surfaces/intake/read-source.ts'
import type { Skipped, SourceFormat, SourceStory } from '#surfaces/intake/source-story.ts'

import { argument } from './argument.ts'
import { asTyped } from './as-typed.ts'
import { openFounded } from './open-founded.ts'
import { ProgressBar } from './progress-bar.ts'
import type { Terminal } from './terminal.ts'

type Options = { format: 'auto' | SourceFormat; dryRun?: true; json?: true; as: 'draft' | 'published'; lang?: string; undo?: string }

export function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .description('Bring an archive in: a text dump or HTML of a news listing, RSS, Atom, RDF or JSON Feed')
    .argument('[source...]', 'a file, a folder, an address, or - for standard input')
    .addOption(
      new Option('--format <format>', 'what the source is')
        .choices(['auto', 'listing', 'html', 'rss', 'atom', 'rdf', 'json-feed'])
        .default('auto'),
    )
    .option('--dry-run', 'read and report, change nothing')
    .option('--json', 'print one JSON document on standard output')
    .addOption(
      new Option('--as <state>', 'file as drafts, or release under the dates of the source')
        .choices(['draft', 'published'])
        .default('draft'),
    )
    .option('--lang <language>', 'BCP 47 language of the source', argument(languageTag, 'a BCP 47 language, such as en or sr-Latn'))
    .option('--undo <batch>', 'take a batch back whole', argument(z.uuid(), 'the name that the import gave the batch'))
    .action(async (sources: string[], options: Options, command: Command) => {
      if (options.undo !== undefined && sources.length > 0) command.error('error: give sources or --undo, not both', { exitCode: 2 })
      if (options.undo !== undefined) return undo(terminal, options.undo, options)
      if (sources.length === 0) command.error('error: name a source to import, or --undo a batch', { exitCode: 2 })
      return options.dryRun ? rehearse(terminal, sources, options) : bringIn(terminal, sources, options)
    })
}

const languageTag = z.string().refine(isLanguageTag)

async function rehearse(terminal: Terminal, sources: string[], options: Options): Promise<void> {
  const found: { format: SourceFormat | null; stories: (SourceStory & Facts)[]; skipped: Required<Skipped>[] } = {
    format: null,
    stories: [],
    skipped: [],
  }
  const suggest = createFactFinder(factsBeforeFiling())
  using bar = new ProgressBar(terminal.stderr)
  for (const source of sources) {
    const onProgress = ({ bytes, total }: { bytes: number; total: number }) => bar.draw(bytes / total, `${found.stories.length} stories`)
    for await (const event of readSource(source, { ...readingOf(terminal, options), onProgress })) {
      if (event.kind === 'format') found.format ??= event.format
      else if (event.kind === 'skipped') found.skipped.push({ file: calledOf(source), ...event.skipped })
      else found.stories.push({ ...event.story, ...factsOf(event.story, suggest, options.lang) })
    }
  }
  if (options.json) return void terminal.stdout.write(`${JSON.stringify(found, null, 1)}\n`)
  for (const story of found.stories)
    terminal.stdout.write(`${story.date ?? '          '}  ${story.section ? `[${story.section}] ` : ''}${story.headline}\n`)
  report(terminal, found.skipped)
  if (found.stories.length === 0) throw noStories(sources.map(calledOf).join(', '))
  terminal.stderr.write(`${found.stories.length} stories, ${found.skipped.length} skipped; nothing was changed.\n`)
}

/** What a story's text suggests; dates are days or ISO 8601 intervals. */
type Facts = { project: string | null; places: string[]; event_dates: string[] }

function factsOf(story: SourceStory, suggest: (text: SuggestionText) => Suggestion[], language = 'en'): Facts {
  const { headline, summary, date } = story
  const suggestions = suggest({ headline, summary: summary ?? '', language: story.language ?? language, date })
  return {
    project: suggestions.find((one) => one.kind === 'project')?.name ?? null,
    places: suggestions.flatMap((one) => (one.kind === 'place' ? [one.name] : [])),
    event_dates: suggestions.flatMap((one) => (one.kind === 'activity-dates' ? [intervalOf(one)] : [])),
  }
}

const intervalOf = ({ starts, ends }: { starts: string; ends: string }) => (starts === ends ? starts : `${starts}/${ends}`)

async function bringIn(terminal: Terminal, sources: string[], options: Options): Promise<void> {
  const newsroom = await openFounded(readConfig(terminal.env))
  await using _archive = newsroom.db
  using bar = new ProgressBar(terminal.stderr)
  const results: (Imported & { source: string })[] = []
  for (const source of sources) {
    let share = 0
    const imported = await importArchive(newsroom, operator, source, {
      ...readingOf(terminal, options),
      as: options.as,
      onProgress: ({ bytes, total }) => (share = bytes / total),
      onFiled: ({ read, filed }) => bar.draw(share, `${read} read, ${filed} filed`),
    })
    results.push({ source, ...imported })
  }
  if (options.json) return void terminal.stdout.write(`${JSON.stringify({ batches: results }, null, 1)}\n`)
  for (const { source, batch, read, filed, skipped } of results) {
    report(
      terminal,
      skipped.map((piece) => ({ file: calledOf(source), ...piece })),
    )
    terminal.stderr.write(
      `${calledOf(source)}: ${filed} of ${read} stories are new, ${skipped.length} pieces skipped.${filed > 0 ? ` To take them back: ${asTyped(`import --undo ${batch}`)}` : ''}\n`,
    )
  }
}

async function undo(terminal: Terminal, batch: string, options: Options): Promise<void> {
  const newsroom = await openFounded(readConfig(terminal.env))
  await using _archive = newsroom.db
  const stories = await undoBatch(newsroom, operator, batch)
  if (options.json) terminal.stdout.write(`${JSON.stringify({ undone: batch, stories })}\n`)
  else terminal.stderr.write(`Batch ${batch} is undone: ${stories} stories went.\n`)
}

function readingOf(terminal: Terminal, options: Options) {
  return { format: options.format, language: options.lang, stdin: terminal.stdin }
}

function report(terminal: Terminal, skipped: Required<Skipped>[]): void {
  for (const { file, line, reason, text } of skipped) terminal.stderr.write(`skipped ${file}:${line} (${reason}): ${shortened(text)}\n`)
}

/** As much of a text as shows which one it is, in whole words. */
function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/, '')} …`
}
