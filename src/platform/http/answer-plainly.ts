import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import { securityHeaders } from './security-headers.ts'

/** A line of text, for when there is no page to send. */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { html, ...headers }: { html?: string } & Record<string, string | undefined> = {},
): void {
  if (response.headersSent) return void response.destroy()
  const body = Buffer.from(html ?? `${STATUS_CODES[status] ?? 'Error'}\n`)
  for (const [name, value] of Object.entries({ ...securityHeaders, ...headers })) if (value !== undefined) response.setHeader(name, value)
  response.writeHead(status, {
    'content-type': html === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    'content-length': body.byteLength,
    'cache-control': 'no-store',
  })
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}
