import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An RSS feed of so many made-up items, newest first, as a file. */
export async function feedFile(count: number, name = 'feed.xml'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-feed-'))
  const file = join(folder, name)
  await writeFile(file, feedOf(count))
  return file
}

export function feedOf(count: number): string {
  const items = Array.from({ length: count }, (_, index) => {
    const number = count - index
    const day = new Date(Date.UTC(2020, 0, 1 + number)).toUTCString()
    return `<item><title>Ferry report ${number}</title><link>https://old.example/index.php?id=${number}</link><pubDate>${day}</pubDate><category>Ferries</category><description>The ferry made ${number} crossings &amp; nobody fell in.</description></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Old site</title><link>https://old.example/</link><description>Ferries</description>${items.join('')}</channel></rss>`
}
