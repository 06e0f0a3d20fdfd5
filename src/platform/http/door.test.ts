import { once } from 'node:events'
import { request as send, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { takeDoor, type Door } from './door.ts'

const doors: Door[] = []

afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.close()))
})

async function door(patience?: number): Promise<Door> {
  const taken = await takeDoor({ host: '127.0.0.1', port: 0, ...(patience !== undefined && { patience }) })
  doors.push(taken)
  return taken
}

/** A reader whom the server has seen: it told them to go on. */
async function reader(port: number): Promise<{ answer: Promise<{ status: number | undefined; after: string | undefined; body: string }> }> {
  const asked = send({ host: '127.0.0.1', port, path: '/news', agent: false, headers: { expect: '100-continue' } })
  const answer = once(asked, 'response').then(async ([response]: IncomingMessage[]) => {
    if (!response) throw new Error('no answer')
    return { status: response.statusCode, after: response.headers['retry-after'], body: await text(response) }
  })
  asked.flushHeaders()
  await once(asked, 'continue')
  asked.end()
  return { answer }
}

test('who comes before the newsroom is ready waits, and is answered once it is', async () => {
  const { port, open } = await door()
  const early = [await reader(port), await reader(port)]
  open((_, response) => response.end('the news'))
  for (const { answer } of [...early, await reader(port)]) expect(await answer).toMatchObject({ status: 200, body: 'the news' })
})

test('who has waited long enough is asked to come again', async () => {
  const { port } = await door(0)
  const { answer } = await reader(port)
  expect(await answer).toMatchObject({ status: 503, after: '5' })
})

test('a newsroom that never opens sends those who wait away, and gives the port back', async () => {
  const { port, close } = await door()
  const { answer } = await reader(port)
  await close()
  expect(await answer).toMatchObject({ status: 503 })
  doors.push(await takeDoor({ host: '127.0.0.1', port }))
})
