import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { answerPlainly } from './answer-plainly.ts'
import { drain, listen } from './listen.ts'

export type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** A port that is ours, before there is anything to serve at it. Who comes early waits. */
export type Door = AsyncDisposable & {
  port: number
  /** From now on the listener answers, first of all those who waited. */
  open(listener: Listener): void
  /** Takes no more connections, lets the requests under way finish for 5 s, then cuts what is left. */
  close(): Promise<void>
}

/** Takes the port; 0 takes any free one. A Failure when the address cannot be had. Who waits longer than the patience is asked to come again. */
export async function takeDoor({ host, port, patience = 10_000 }: { host: string; port: number; patience?: number }): Promise<Door> {
  const opened = Promise.withResolvers<Listener | undefined>()
  let answer: Listener = (request, response) => void hold(opened.promise, { patience, request, response })
  const server = createServer(limits, (request, response) => answer(request, response))
  server.maxRequestsPerSocket = 0
  server.maxConnections = mostConnections
  const taken = await listen(server, host, port)
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    opened.resolve(undefined)
    return (closing ??= drain(server, 5000))
  }
  return {
    port: taken,
    open(listener) {
      answer = listener
      opened.resolve(listener)
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Slow clients are cut: headers in 10 s, all of an upload in 5 minutes. Idle ones outlive a balancer's usual minute. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5000,
  maxHeaderSize: 16 * 1024,
}

const mostConnections = 10_000 // what one process holds in its memory; more are turned away

type Early = { patience: number; request: IncomingMessage; response: ServerResponse }

async function hold(opened: Promise<Listener | undefined>, { patience, request, response }: Early): Promise<void> {
  const listener = await Promise.race([opened, wait(patience, undefined, { ref: false })])
  if (listener) listener(request, response)
  else answerPlainly(request, response, 503, { 'retry-after': '5' })
}
