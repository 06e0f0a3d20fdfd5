import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { decodeText, sniffEncoding } from '#lib/decode-text.ts'
import type { Read, SourceStory } from '../source-story.ts'
import { detectFormat } from '../sources/detect-format.ts'
import { feedDate } from './feed-date.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readXmlFeed } from './read-xml-feed.ts'
import { checkXml } from './split-feed.ts'

async function* inBites(text: string, size = 7) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function readText(text: string, size?: number): Promise<Read[]> {
  const format = detectFormat(text, 'feed.xml')
  if (format === 'json-feed') return readJsonFeed(text, { name: 'feed.json' })
  if (format === 'html' || format === 'listing') return []
  await checkXml(inBites(text, size), 'feed.xml')
  return Array.fromAsync(readXmlFeed(inBites(text, size), { format, name: 'feed.xml' }))
}

const storiesOf = (reads: Read[]): SourceStory[] => reads.flatMap((read) => (read.kind === 'story' ? [read.story] : []))

const rss = (
  items: string,
  head = '',
) => `<?xml version="1.0"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>River News</title><link>https://river.example/</link>${head}${items}</channel></rss>`

describe('an archive that comes as a feed', () => {
  test('gives a story of RSS with all that the item says', async () => {
    const item = `<item><title>Dams &amp;amp; &lt;b&gt;weirs&lt;/b&gt;</title><link>news/1</link><guid isPermaLink="false">a1</guid>
<pubDate>Mon, 6 May 24 10:00 EST</pubDate><dc:creator>Ana Ruiz</dc:creator><category>Water</category><enclosure url="/a.mp3" length="1" type="audio/mpeg"/>
<description>Short.</description><content:encoded><![CDATA[<p>Long text.</p>]]></content:encoded></item>`
    expect(await readText(rss(item, '<language>en</language>'))).toEqual([
      {
        kind: 'story',
        story: {
          section: null,
          headline: 'Dams & weirs',
          date: '2024-05-06',
          publishedAt: '2024-05-06T10:00:00-05:00',
          summary: 'Short.',
          url: 'https://river.example/news/1',
          html: '<p>Long text.</p>',
          byline: 'Ana Ruiz',
          topics: ['Water'],
          language: 'en',
          guid: 'a1',
          line: 3,
        },
      },
    ])
  })

  test('gives the stories of Atom 1.0, with addresses under xml:base and text that is not markup', async () => {
    const atom = `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/" xml:lang="fr"><a:title>A</a:title><a:entry><a:title type="text">1 &lt; 2</a:title>
<a:id>u:1</a:id><a:link href="one"/><a:updated>2024-05-06T01:00:00+03:00</a:updated><a:summary type="html">&lt;p&gt;Un.&lt;/p&gt;</a:summary></a:entry></a:feed>`
    const [story] = storiesOf(await readText(atom))
    expect(story).toMatchObject({
      headline: '1 < 2',
      url: 'https://a.example/x/one',
      date: '2024-05-06',
      summary: 'Un.',
      language: 'fr',
      guid: 'u:1',
    })
  })

  test('gives the stories of RSS 1.0 and of JSON Feed', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel>
<item rdf:about="https://r.example/1"><title>Well</title><link>https://r.example/1</link><dc:date>2003-02-01</dc:date></item></rdf:RDF>`
    expect(storiesOf(await readText(rdf))).toMatchObject([{ headline: 'Well', date: '2003-02-01', url: 'https://r.example/1' }])
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [{ id: '1', title: 'Net', content_text: 'A. <b>', url: 'https://j.example/1' }],
    })
    expect(storiesOf(await readText(json))).toMatchObject([{ headline: 'Net', summary: 'A. <b>', html: '<p>A. &lt;b></p>', line: 1 }])
  })

  test('skips an item that comes a second time, with the reason', async () => {
    const item = '<item><title>One</title><guid>same</guid></item>'
    const reads = await readText(rss(`${item}${item}`))
    expect(reads.map((read) => (read.kind === 'skipped' ? read.skipped.reason : read.kind))).toEqual(['story', 'same-guid'])
  })

  test('gives two stories that their feed calls by one name', async () => {
    const item = (title: string) => `<item><title>${title}</title><link>https://old.example/4</link><guid>same</guid></item>`
    const stories = storiesOf(await readText(rss(item('The second') + item('The third'))))
    expect(stories.map(({ headline, identity }) => [headline, identity])).toEqual([
      ['The second', undefined],
      ['The third', 'same#the third'],
    ])
  })

  test('skips an item that says nothing and gives those around it', async () => {
    const reads = await readText(rss('<item><title>One</title></item><item/><item><guid>x</guid></item><item><title>Two</title></item>'))
    expect(reads.map((read) => (read.kind === 'skipped' ? read.skipped.reason : read.kind))).toEqual([
      'story',
      'no-headline',
      'no-headline',
      'story',
    ])
  })

  test('gives the same stories however its bytes are cut', async () => {
    const text = rss('<item><title>One</title><link/><guid>1</guid></item>\n<item><title><![CDATA[Two <i>]]></title><guid>2</guid></item>')
    expect(await readText(text, 1)).toEqual(await readText(text, 10_000))
  })

  test('gives 10,000 stories one after another while keeping none', async () => {
    async function* long() {
      const [before, after] = rss('|').split('|')
      yield before ?? ''
      for (let at = 0; at < 10_000; at++)
        yield `<item><title>Story ${at}</title><guid>${at}</guid><description>${'word '.repeat(100)}</description></item>`
      yield after ?? ''
    }
    let count = 0
    for await (const read of readXmlFeed(long(), { format: 'rss', name: 'long' })) if (read.kind === 'story') count++
    expect(count).toBe(10_000)
  }, 60_000)
})

describe('a hostile or broken feed is refused with one line', () => {
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
  const external =
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>'
  test.each([
    ['an entity bomb', bomb, 'xml-entities'],
    ['an external entity', external, 'xml-entities'],
    ['nesting without end', `<rss>${'<a>'.repeat(100_000)}`, 'xml-too-deep'],
    ['a feed cut off', rss('<item><title>One').slice(0, -40), 'broken-xml'],
    ['an end tag too many', rss('</item>'), 'broken-xml'],
    ['tags that cross', rss('<item><title>One</item></title>'), 'broken-xml'],
    ['a second root', `${rss('')}<rss/>`, 'broken-xml'],
    ['XML that is no feed', '<?xml version="1.0"?><invoice/>', 'not-a-feed'],
    ['JSON that is no feed', '{"price": 3}', 'not-a-feed'],
    ['JSON that breaks off', '{"version":"https://jsonfeed.org/version/1.1","items":[', 'broken-json'],
  ])('%s', async (_what, text, code) => {
    const error: unknown = await readText(text, 4096).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'Failure', code, message: expect.not.stringContaining('\n') })
  })

  test('the line of the break is named', async () => {
    await expect(readText(rss('\n<item>\n<title>x</item>'))).rejects.toThrow(/line 5/)
  })
})

test.each([
  ['Wed, 02 Oct 2002 15:00:00 +0200', '2002-10-02', '2002-10-02T15:00:00+02:00'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06', '1994-11-06T08:49:37Z'],
  ['Sun Nov  6 08:49:37 1994', '1994-11-06', undefined],
  ['2018-11-19T21:45:04.398Z', '2018-11-19', '2018-11-19T21:45:04.398Z'],
  ['2024-03-10 17:15:00', '2024-03-10', undefined],
  ['March 10th, 2024 at 5:15 pm EST', '2024-03-10', '2024-03-10T17:15:00-05:00'],
  ['1709999999', '2024-03-09', '2024-03-09T15:59:59.000Z'],
  ['0000-00-00', undefined, undefined],
  ['31 Feb 2020', undefined, undefined],
  ['soon', undefined, undefined],
])('a feed that dates its news %j means %s', (written, date, moment) => {
  const read = feedDate(written)
  expect(read?.date).toBe(date)
  expect(read?.publishedAt?.replace('+00:00', 'Z')).toBe(moment)
})

const folder = fileURLToPath(new URL('../../../../../shared/examples/feeds/', import.meta.url))
const files = existsSync(folder) ? readdirSync(folder).filter((file) => !file.endsWith('.truth.json')) : []
const end = z.object({ title: z.string(), url: z.string().nullable() }).optional()
const truthSchema = z.object({
  format: z.string().nullable(),
  items: z.number().default(0),
  first: end,
  last: end,
  first_date_iso: z.string().nullish(),
  last_date_iso: z.string().nullish(),
})

describe.skipIf(files.length === 0)('real feeds come out as their truth says and as feedsmith reads them', () => {
  test.each(files)('%s', async (file) => {
    const bytes = () => createReadStream(`${folder}${file}`)
    const truth = truthSchema.parse(JSON.parse(readFileSync(`${folder}${file.replace(/\.\w+$/, '')}.truth.json`, 'utf8')))
    const text = (await Array.fromAsync(decodeText(bytes(), await sniffEncoding(bytes())))).join('')
    const reads = await readText(text, 4096)
    // The truth counts an item that comes again under the same guid; we skip it, and say so.
    const found = reads.flatMap((read) => (read.kind === 'story' ? [read.story] : []))
    const again = reads.filter((read) => read.kind === 'skipped' && read.skipped.reason === 'same-guid')
    expect(found.length + again.length).toBe(truth.items)
    if (truth.items === 0) return
    const facts = (story: SourceStory | undefined) => ({ title: story?.headline, date: story?.date })
    expect(facts(found[0])).toEqual({ title: truth.first?.title, date: truth.first_date_iso })
    expect(found[0]?.url).toContain(truth.first?.url ?? '')
    const last = again.length > 0 ? undefined : found.at(-1)
    if (last) expect(facts(last)).toEqual({ title: truth.last?.title, date: truth.last_date_iso })
    if (last) expect(last.url).toContain(truth.last?.url ?? '')
    const { feed } = parseFeed(text)
    expect('entries' in feed ? feed.entries : 'items' in feed ? feed.items : []).toHaveLength(reads.length)
  })
})
