import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseEncoding } from '#platform/press/choose-encoding.ts'
import { namesTag } from '#platform/press/entity-tag.ts'
import type { Copy, Imprint } from '#platform/press/imprint.ts'
import { dateHeader } from './date-header.ts'
import { answerPlainly } from './answer-plainly.ts'

/** Answers GET or HEAD with an imprint, at once when the encoding is ready. */
export function answer(request: IncomingMessage, response: ServerResponse, imprint: Imprint, age?: number): void | Promise<void> {
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  if (encoding === null) return answerPlainly(request, response, 406)
  const copy = imprint.ready(encoding)
  if (copy !== undefined) return send(request, response, imprint.status, copy, age)
  return imprint.copy(encoding).then((made) => send(request, response, imprint.status, made, age))
}

function send(request: IncomingMessage, response: ServerResponse, status: number, copy: Copy, age?: number): void {
  const ifNoneMatch = request.headers['if-none-match']
  const isUnchanged = ifNoneMatch !== undefined && copy.etag !== '' && namesTag(ifNoneMatch, copy.etag)
  const headers = isUnchanged ? copy.unchangedHeaders : copy.headers
  response.sendDate = false
  headers[1] = dateHeader()
  response.writeHead(isUnchanged ? 304 : status, age === undefined ? headers : [...headers, 'Age', String(age)])
  if (isUnchanged || request.method === 'HEAD') response.end()
  else response.end(copy.body)
}
