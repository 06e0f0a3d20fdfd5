import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadSourceOptions } from './read-source.ts'
import { readSource } from './read-source.ts'

const feed =
  '<rss version="2.0"><channel><link>https://river.example/</link><item><title>Dam opens</title><link>/1</link></item></channel></rss>'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

const readAll = (name: string, options?: ReadSourceOptions) => Array.fromAsync(readSource(name, options))

async function file(name: string, content: string | Uint8Array) {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

async function* stream(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

describe('an archive moves in', () => {
  test('from a file, whose format is told before its stories and whose bytes are counted', async () => {
    const path = await file('one.xml', feed)
    const progress: unknown[] = []
    const reads = await readAll(path, { onProgress: (now) => progress.push(now) })
    expect(reads).toMatchObject([
      { kind: 'format', format: 'rss', name: path },
      { kind: 'story', story: { headline: 'Dam opens', url: 'https://river.example/1' } },
    ])
    expect(progress.at(-1)).toEqual({ bytes: feed.length, total: feed.length })
  })

  test('from standard input', async () => {
    expect(await readAll('-', { stdin: stream(feed.slice(0, 30), feed.slice(30)) })).toHaveLength(2)
  })

  test('from an address that redirects, but not for ever', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/feed') response.end(feed)
      else response.writeHead(302, { location: request.url === '/old' ? '/feed' : '/round' }).end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    try {
      expect(await readAll(`${base}/old`)).toHaveLength(2)
      await expect(readAll(`${base}/round`)).rejects.toMatchObject({ code: 'source-unreachable' })
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test('from a folder, where what cannot be read is skipped by name', async () => {
    await mkdir(join(folder, 'many', 'deep'), { recursive: true })
    await file('many/a.xml', feed)
    await file('many/b.png', Uint8Array.of(137, 80, 78, 71, 0, 0, 0, 13))
    await file('many/deep/c.json', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Net"}]}')
    await file('many/deep/d.json', '{"items":[{"headline":"Net"}]}')
    const reads = await readAll(join(folder, 'many'))
    expect(reads.map((read) => (read.kind === 'skipped' ? read.skipped.reason : read.kind))).toEqual([
      'format',
      'story',
      'source-binary',
      'format',
      'story',
      'format',
      'not-a-feed',
    ])
    const odd = join(folder, 'many/deep/d.json')
    expect(reads.at(-1)).toMatchObject({ skipped: { file: odd, line: 1, text: expect.stringMatching(/^is JSON but no JSON Feed: /) } })
    expect(reads[1]).toMatchObject({ story: { headline: 'Dam opens', file: join(folder, 'many/a.xml') } })
  })

  test('from the sample that a newcomer tries, with one piece that could not be placed', async () => {
    const reads = await readAll(join(import.meta.dirname, '../../../docs/examples/news-listing.txt'))
    expect(reads.map((read) => (read.kind === 'skipped' ? read.skipped.reason : read.kind)).toSorted()).toEqual(
      ['format', 'no-headline', 'story', 'story', 'story', 'story'].toSorted(),
    )
  })

  test('from a dump that begins with a rule, which is not taken for front matter', async () => {
    const dump = '---\nFerries: they sail again\n3 May 2023\nForty lorries a day.\n'
    expect((await readAll(await file('dump.txt', dump)))[0]).toMatchObject({ kind: 'format', format: 'listing' })
  })
})

describe('a source that cannot be read gives one line and no story', () => {
  test.each([
    ['an empty file', '', 'source-empty'],
    ['Markdown with YAML before it', '---\ntitle: "The ferry sails"\ndate: 2023-05-03\n---\n\nIt sails.\n', 'front-matter'],
    ['Markdown with JSON before it', '---json\n{ "title": "The ferry sails" }\n---\nIt sails.\n', 'front-matter'],
    ['a picture', Uint8Array.of(137, 80, 78, 71, 0, 0, 0, 13), 'source-binary'],
    ['a feed broken after its first story', feed.replace('</channel>', '<item>'), 'broken-xml'],
    ['a page beyond the limit', `<html>${'<p>word</p>'.repeat(200)}`, 'source-too-large'],
    ['a feed beyond the limit', feed.repeat(40), 'source-too-large'],
  ])('%s', async (_what, content, code) => {
    const given: unknown[] = []
    const reading = async () => {
      for await (const read of readSource(await file('bad', content), { limits: { page: 1000, feed: 4000 } })) given.push(read)
    }
    await expect(reading()).rejects.toMatchObject({ name: 'Failure', code, message: expect.not.stringContaining('\n') })
    expect(given).toEqual([])
  })

  test('a folder with nothing readable, a path that is not there, an endless stream', async () => {
    await mkdir(join(folder, 'empty'), { recursive: true })
    await expect(readAll(join(folder, 'empty'))).rejects.toMatchObject({ code: 'folder-empty' })
    await expect(readAll(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'source-missing' })
    const endless = { page: 10, feed: 10 }
    await expect(readAll('-', { stdin: stream(feed, feed), limits: endless })).rejects.toMatchObject({ code: 'source-too-large' })
  })
})
