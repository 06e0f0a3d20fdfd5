import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

import { desk as paths, link } from '#src/routes.ts'
import { openChromium } from '#test/chromium.ts'
import type { MortalDesk } from '#test/mortal-desk.ts'
import { openMortalDesk } from '#test/mortal-desk.ts'
import { ana } from '#test/newsroom.ts'
import type { WrittenField } from '#test/writer.ts'
import { goToEnd, openText, textIn, untilSaved, visit, writtenFields } from '#test/writer.ts'

// Each run is a writer with a bad day of its own, made from its number. CI has twenty; `npm run test:long` a hundred.
const runs = Number(process.env['DATELINE_RUNS'] ?? '20')
const first = Number(process.env['DATELINE_FIRST_RUN'] ?? '1')
const atOnce = 5
const acts = 14
const secondMs = 1000

let browser: Browser
let desk: MortalDesk
let isOver = false
let killing: Promise<void>
let kills = 0

beforeAll(async () => {
  desk = await openMortalDesk(runs)
  browser = await openChromium()
  killing = killNowAndThen(randomFrom(4711))
})
afterAll(async () => {
  isOver = true
  await killing
  await browser.close()
  await desk[Symbol.asyncDispose]()
})

test(
  `of ${runs} writers whose line is cut, whose tabs break and whose server is killed, none loses what is older than a second`,
  async () => {
    const numbers = Array.from({ length: runs }, (_, at) => first + at)
    const lost: string[] = []
    let typed = 0
    const work = async () => {
      for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
        const day = new WritersDay(number, desk.editions[number - first] ?? '')
        try {
          const written = await day.live()
          typed += written
        } catch (error) {
          lost.push(`run ${number}: ${String(error)}\n  ${day.story.join('\n  ')}`)
        }
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    expect(lost.join('\n')).toBe('')
    expect(typed).toBeGreaterThan(runs * 50)
    expect(kills).toBeGreaterThan(0)
  },
  runs * 30_000,
)

/** What a field must say by the end, and when each of its characters was typed. */
type Expected = { text: string; times: number[] }

class WritersDay {
  readonly story: string[] = []
  readonly #random: () => number
  readonly #edition: string
  readonly #expected = new Map<WrittenField, Expected>()
  #typed = 0
  #isCut = false
  #areLost = false

  constructor(number: number, edition: string) {
    this.#random = randomFrom(number)
    this.#edition = edition
  }

  /** Lives through it; returns how many characters were typed. */
  async live(): Promise<number> {
    const context = await browser.newContext()
    await context.addCookies([{ name: 'member', value: ana.id, url: desk.url }])
    let page = await openText(context, desk.url, this.#edition)
    for (const field of writtenFields) this.#expected.set(field, { text: await textIn(page, field), times: [] })
    for (let act = 0; act < acts; act += 1) page = await this.#act(context, page)
    await context.setOffline(false)
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    await untilSaved(page)
    await this.#compareWithServer(page)
    await context.close()
    return this.#typed
  }

  async #act(context: BrowserContext, page: Page): Promise<Page> {
    const chance = this.#random()
    if (chance < 0.5) return this.#write(page)
    if (chance < 0.66) {
      this.#isCut = !this.#isCut
      return this.#note(this.#isCut ? 'the line is cut' : 'the line is back', page, () => context.setOffline(this.#isCut))
    }
    if (chance < 0.76) {
      this.#areLost = !this.#areLost
      if (this.#areLost) return this.#note('answers are lost', page, () => loseAnswers(context, this.#random))
      return this.#note('answers come', page, () => context.unrouteAll({ behavior: 'ignoreErrors' }))
    }
    if (chance < 0.88) return this.#note('a pause', page, () => page.waitForTimeout(this.#random() * 2500))
    // A page that cannot be loaded is no test of what it keeps.
    this.#isCut = false
    await context.setOffline(false)
    if (chance < 0.93) {
      this.story.push('reload')
      const went = Date.now()
      await visit(page, desk.url + link(paths.edition, { edition: this.#edition }))
      await this.#compareWithPage(page, went)
      return page
    }
    const isCrash = chance < 0.97
    this.story.push(isCrash ? 'the tab breaks' : 'the tab is closed')
    const went = Date.now()
    if (isCrash) await crash(page)
    await page.close()
    const next = await openText(context, desk.url, this.#edition)
    await this.#compareWithPage(next, went)
    return next
  }

  async #note(what: string, page: Page, run: () => Promise<unknown>): Promise<Page> {
    this.story.push(what)
    await run()
    return page
  }

  async #write(page: Page): Promise<Page> {
    const field = writtenFields[Math.floor(this.#random() * writtenFields.length)] ?? 'body'
    const expected = this.#expected.get(field) ?? { text: '', times: [] }
    const words = Array.from(
      { length: 2 + Math.floor(this.#random() * 4) },
      () => ` ${Math.floor(this.#random() * 46_656).toString(36)}`,
    ).join('')
    const text = /^$|\s$/.test(expected.text) ? words.trimStart() : words
    this.story.push(`writes${words} in ${field}`)
    await goToEnd(page, field)
    await page.keyboard.type(text, { delay: 5 + this.#random() * 25 })
    const now = Date.now()
    while (expected.times.length < expected.text.length) expected.times.push(0)
    expected.text += text
    expected.times.push(...Array.from(text, () => now))
    this.#typed += text.length
    return page
  }

  // The page shows what was typed, but for what was typed within the second before it went.
  async #compareWithPage(page: Page, went: number): Promise<void> {
    for (const [field, expected] of this.#expected) {
      const shown = await textIn(page, field)
      const isBeginning = expected.text.startsWith(shown)
      const missing = expected.times[shown.length] ?? Infinity
      // A space at the end of a line that the newsroom has already is one of the few things that it does not keep.
      const isSpace = field !== 'body' && expected.text.slice(shown.length).trim() === ''
      if (!isBeginning || (shown.length < expected.text.length && !isSpace && went - missing > secondMs)) {
        throw new Error(`${field} should say "${expected.text}", but the page says "${shown}"`)
      }
      expected.text = shown
      expected.times.length = Math.min(expected.times.length, shown.length)
    }
  }

  async #compareWithServer(page: Page): Promise<void> {
    const latest = z.object({ fields: z.record(z.string(), z.array(z.string())) })
    const { fields } = latest.parse(await answerOf(page, link(paths.editionText, { edition: this.#edition })))
    for (const [field, { text }] of this.#expected) {
      const said = field === 'body' ? wordsOf(JSON.parse(fields['body']?.[0] ?? '{}')) : fields[field]?.[0]
      // The server keeps no space at the end.
      if (said?.trimEnd() !== text.trimEnd()) throw new Error(`${field} should say "${text}", but the server has "${String(said)}"`)
    }
  }
}

async function answerOf(page: Page, path: string): Promise<unknown> {
  for (;;) {
    try {
      const answer = await page.context().request.get(desk.url + path)
      if (answer.ok()) return await answer.json()
    } catch {
      await page.waitForTimeout(200)
    }
  }
}

/** Some saves never reach the server, some reach it and the answer is lost. */
async function loseAnswers(context: BrowserContext, random: () => number): Promise<void> {
  await context.route('**/text', async (route) => {
    const chance = random()
    if (chance < 0.4) return route.abort()
    if (chance < 0.8) {
      await route.fetch().catch(() => undefined)
      return route.abort()
    }
    return route.continue()
  })
}

async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => undefined)
  await crashed
}

async function killNowAndThen(random: () => number): Promise<void> {
  let starting = 0 // on a slow machine it lives longer too
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, 2000 + random() * 5000 + starting))
    if (isOver) return
    const killed = Date.now()
    await desk.kill()
    starting = Date.now() - killed
    kills += 1
  }
}

function wordsOf(node: unknown): string {
  const known = z.object({ text: z.string().optional(), content: z.array(z.unknown()).optional() }).parse(node)
  return known.text ?? (known.content ?? []).map(wordsOf).join('')
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
