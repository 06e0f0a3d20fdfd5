import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import type { PageAnswer } from '#surfaces/ui/page-request.ts'

/** A component tree as an HTML document. */
export function printHtml(page: ReactNode, status = 200): PageAnswer & { body: string } {
  return { status, body: `<!doctype html>${renderToStaticMarkup(page)}`, headers: { 'content-type': 'text/html; charset=utf-8' } }
}
