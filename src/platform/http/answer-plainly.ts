import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import { securityHeaders } from './security-headers.ts'

/** What is sent instead of a page. */
export type Plain = { headers: Record<string, string>; body: string }

/** A line of text, for when there is no page to send, unless there is something better. */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  plain: Plain = { headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${STATUS_CODES[status] ?? 'Error'}\n` },
): void {
  if (response.headersSent) return void response.destroy()
  const body = Buffer.from(plain.body)
  for (const [name, value] of Object.entries({ ...securityHeaders, ...headers, ...plain.headers })) response.setHeader(name, value)
  response.writeHead(status, { 'content-length': body.byteLength, 'cache-control': 'no-store' })
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}
