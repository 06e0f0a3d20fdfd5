import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { rolldown } from 'rolldown'

import { en } from '#surfaces/desk/words/en.ts'
import { readFonts } from '#surfaces/ui/assets/shared-files.ts'
import { sheetAt, sheetText } from '#surfaces/ui/assets/sheet-text.ts'
import { openChromium } from '#test/chromium.ts'

type Wanted = { language?: string; body?: unknown; context?: BrowserContextOptions }

/** The text editor on a page of its own, and a browser that opens it as often as is wanted. */
export type EditorSite = AsyncDisposable & { scriptBytes: Buffer; open(wanted?: Wanted): Promise<Page> }

/** Serves the editor as the desk does: bundled, styled, in the page's form, under a strict policy. */
export async function openEditorSite(): Promise<EditorSite> {
  const [browser, script, fonts] = await Promise.all([openChromium(), bundled(), fontPages()])
  const css = sheetText(
    'oklch(0.45 0.15 30)',
    (file) => `/fonts/${file}`,
    ['frame', 'forms', 'writing', 'editor'].map((name) => sheetAt(name, deskAssets)),
  )
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const pages: { [path: string]: [string, string | Buffer] } = {
      ...fonts,
      '/editor.js': ['text/javascript', script],
      '/editor.css': ['text/css', css],
      '/': ['text/html', pageOf(searchParams.get('lang') ?? 'en')],
    }
    const [type, text] = pages[pathname] ?? ['text/plain', '']
    response
      .writeHead(text === '' ? 404 : 200, {
        'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
        'cache-control': 'max-age=60',
        'content-security-policy': policy,
      })
      .end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    scriptBytes: Buffer.from(script),
    open: (wanted) => openPage(browser, address, wanted),
    [Symbol.asyncDispose]: async () => {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const deskAssets = new URL('../src/surfaces/desk/assets/', import.meta.url).href
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'"

async function openPage(browser: Browser, address: string, { language = 'en', body, context = {} }: Wanted = {}): Promise<Page> {
  const page = await (await browser.newContext(context)).newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${address}?lang=${language}`)
  await page.locator('.ProseMirror').waitFor()
  if (body !== undefined) await page.evaluate((given) => shown.editor.setBody(given), body)
  return page
}

async function fontPages(): Promise<{ [path: string]: [string, Buffer] }> {
  const fonts = await readFonts()
  return Object.fromEntries(fonts.map(({ name, bytes }) => [`/fonts/${name}`, ['font/woff2', Buffer.from(bytes)]]))
}

async function bundled(): Promise<string> {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'editor-client.ts'), platform: 'browser', logLevel: 'silent' })
  const { output } = await bundle.generate({ format: 'es', minify: true })
  await bundle.close()
  return output[0].code
}

function pageOf(language: string): string {
  const direction = /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr'
  const words = JSON.stringify(en.editor).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>Writing</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/editor.css"></head><body>
<main class="desk-main"><h1>Writing</h1><form action="/sent"><label>Headline <input name="headline"></label>
<p id="text-label">Text</p><div data-editor data-language="${language}" data-direction="${direction}" data-words="${words}"></div>
<button>Save</button></form></main><script type="module" src="/editor.js"></script></body></html>`
}
