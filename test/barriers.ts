import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Page } from 'playwright-core'
import { z } from 'zod'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const report = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })

/** What axe finds wrong with a page as it stands, a line for each rule: its name and the elements that break it. */
export async function barriers(page: Page, options: object = {}): Promise<string[]> {
  if ((await page.evaluate("'axe' in globalThis")) !== true) await page.evaluate(axe)
  const { violations } = report.parse(await page.evaluate(`axe.run(${JSON.stringify(options)})`))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** The same without what stands in frames, and whether the page is wider than the screen. */
export async function barriersOnScreen(page: Page): Promise<string[]> {
  const found = await barriers(page, { resultTypes: ['violations'], iframes: false })
  const isWide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
  return isWide === true ? [...found, 'wider than the screen'] : found
}
