import { operator } from '#newsroom/members/member.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { openLog } from '#platform/log.ts'
import { openApp } from '#src/app.ts'

import type { BenchNewsroom } from './archive.ts'
import { fillArchive, openBenchNewsroom } from './archive.ts'
import { madeUpStory } from './made-up-stories.ts'
import { ms, quantile, report, timed } from './measure.ts'

/** Pages that are not kept, and the time from a release until a reader who asks sees it, as the archive grows. */
export async function measurePages(postgres: (name: string) => Promise<string>): Promise<void> {
  {
    await using newsroom = await openBenchNewsroom()
    await fillArchive(newsroom, 0, 10_000)
    await measure(newsroom, 10_000, 'PGlite', 8)
  }
  await using newsroom = await openBenchNewsroom(await postgres('bench_pages'))
  await fillArchive(newsroom, 0, 1000)
  await measure(newsroom, 1000, 'PostgreSQL', 3)
  await fillArchive(newsroom, 1000, 100_000)
  await measure(newsroom, 100_000, 'PostgreSQL', 3)
}

async function measure(newsroom: BenchNewsroom, total: number, engine: string, aim: number): Promise<void> {
  await using app = await openApp({ newsroom, origin: 'http://localhost', log: openLog(() => undefined, 'warn') })
  const of = `${engine}, ${total.toLocaleString('en')} stories`
  const story = (index: number) => `/news/${madeUpStory((index * 7919) % 1000, { total, sections: newsroom.sections }).content.slug}`
  const pages: [string, (index: number) => string][] = [
    ['/news', () => '/news'],
    ['a story', story],
    ['/places/MD', () => '/places/MD'],
    ['/news?page=40', () => '/news?page=40'],
    ['/search?q=ferry (common word)', () => '/search?q=ferry'],
    ['/search?q=number+77 (rare)', (index) => `/search?q=number+${index % 997}`],
  ]
  for (const [name, path] of pages) {
    await timed(30, (index) => app.print(path(index)))
    const taken = await timed(200, (index) => app.print(path(index)))
    report(
      `${of}: ${name}, median`,
      ms(quantile(taken, 0.5)),
      name.startsWith('/search') || name.includes('page') || name.includes('places') ? '–' : `≤ ${aim} ms`,
    )
  }
  const releases: number[] = []
  await timed(100, async (index) => {
    const { edition } = await fileStory(newsroom, operator, {
      language: 'en',
      content: {
        ...madeUpStory(index, { total, sections: [] }).content,
        slug: `fresh-${total}-${index}`,
        headline: `Fresh ${index} of ${total}`,
      },
    })
    const began = performance.now()
    await releaseStory(newsroom, operator, { edition })
    const { page } = await app.press.fetch('/news')
    const { body } = await page.imprint.copy('identity')
    if (!Buffer.from(body).includes(`Fresh ${index} of ${total}`)) throw new Error('a released story is not seen')
    releases.push(performance.now() - began)
  })
  report(
    `${of}: release to visible, p95`,
    ms(
      quantile(
        releases.toSorted((a, b) => a - b),
        0.95,
      ),
    ),
    '≤ 50 ms',
  )
}
