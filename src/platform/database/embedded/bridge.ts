import { createServer, type Server, type Socket } from 'node:net'
import { ClientSeat } from './client-seat.ts'
import { readBatch } from './statement-rules.ts'
import { errorResponse, frame, framesOf, query, readTexts, sync, text, type Frame } from './wire.ts'

export interface BridgeOptions {
  /** Runs wire messages on the one session and returns what it answers, all of it. */
  readonly run: (message: Uint8Array) => Uint8Array
  readonly serverVersion: string
  readonly idleInTransactionMs?: number
}

/**
 * Lets many clients share one PostgreSQL session over a socket. A client has the session from its first batch until it
 * is out of its transaction; the others wait their turn, first come first served.
 */
export class Bridge {
  readonly server: Server
  readonly #options: BridgeOptions
  readonly #seats = new Set<ClientSeat>()
  readonly #waiting = new Set<ClientSeat>()
  #owner: ClientSeat | undefined
  #status = 'I'
  #role: string | undefined | null = undefined // undefined: the session's own; null: not known
  #idle: NodeJS.Timeout | undefined
  #isPumping = false
  #lastId = 0

  constructor(options: BridgeOptions) {
    this.#options = options
    this.server = createServer({ noDelay: true }, (socket) => this.#seat(socket))
  }

  /** Cuts every client off and stops listening. */
  close(): void {
    clearTimeout(this.#idle)
    this.server.close()
    for (const seat of this.#seats) seat.socket.destroy()
  }

  #seat(socket: Socket): void {
    const seat = new ClientSeat((this.#lastId += 1), socket)
    this.#seats.add(seat)
    socket.on('data', (chunk) => this.#receive(seat, Buffer.from(chunk)))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#leave(seat))
  }

  #receive(seat: ClientSeat, chunk: Buffer): void {
    try {
      seat.receive(chunk, this.#options.serverVersion)
    } catch {
      seat.socket.destroy()
      return
    }
    if (seat.hasBatch && seat !== this.#owner) this.#waiting.add(seat)
    this.#pumpSoon()
  }

  // One turn, then a breath: sockets are read between turns.
  #pumpSoon(): void {
    if (this.#isPumping) return
    this.#isPumping = true
    setImmediate(() => {
      this.#isPumping = false
      const seat = this.#nextSeat()
      if (!seat) return
      this.#serve(seat)
      this.#pumpSoon()
    })
  }

  #nextSeat(): ClientSeat | undefined {
    if (this.#owner) return this.#owner.hasBatch ? this.#owner : undefined
    const [first] = this.#waiting
    if (first) this.#waiting.delete(first)
    return first
  }

  #serve(seat: ClientSeat): void {
    clearTimeout(this.#idle)
    const batch = readBatch(seat.takeBatch())
    const refusal = batch.refusal ?? (this.#owner ? undefined : this.#takeRole(seat))
    if (refusal) seat.send(refusal)
    else {
      // Before it runs, so that what a LISTEN's own batch brings is not missed.
      for (const channel of batch.listens) seat.channels.add(channel)
      for (const channel of batch.unlistens) forgetChannel(seat, channel)
      seat.send(this.#run(batch.bytes))
      if (batch.mayChangeRole) this.#role = null
    }
    this.#handOver(seat)
  }

  #handOver(seat: ClientSeat): void {
    if (this.#status !== 'I') {
      this.#owner = seat
      this.#idle = setTimeout(() => this.#cut(seat), this.#options.idleInTransactionMs ?? 30_000)
      return
    }
    this.#owner = undefined
    if (seat.hasBatch) this.#waiting.add(seat)
  }

  #takeRole(seat: ClientSeat): Buffer | undefined {
    if (seat.role === this.#role) return undefined
    const answer = this.#run(query(seat.role === undefined ? 'reset role' : `set role "${seat.role}"`))
    const failed = framesOf(answer).some(({ type }) => type === 'E')
    this.#role = failed ? null : seat.role
    return failed ? answer : undefined
  }

  /** Runs messages, passes notifications on to those who listen, returns the rest. */
  #run(message: Buffer): Buffer {
    const output = Buffer.from(this.#options.run(message))
    const frames = framesOf(output)
    const ready = frames.findLast(({ type }) => type === 'Z')
    // Without ReadyForQuery the client is in the middle of a pipeline: it keeps the session.
    this.#status = ready ? String.fromCharCode(ready.bytes[5] ?? 0) : 'pipeline'
    const notifications = frames.filter(({ type }) => type === 'A')
    if (notifications.length === 0) return output
    setImmediate(() => notifications.forEach((notification) => this.#notify(notification)))
    return Buffer.concat(frames.filter(({ type }) => type !== 'A').map(({ bytes }) => bytes))
  }

  #notify(notification: Frame): void {
    const [channel = ''] = readTexts(notification.bytes, 9, 1).texts
    for (const seat of this.#seats) if (seat.channels.has(channel)) seat.send(notification.bytes)
  }

  #cut(seat: ClientSeat): void {
    seat.send(errorResponse('FATAL', '25P03', 'terminating connection due to idle-in-transaction timeout'))
    seat.socket.destroySoon()
    this.#leave(seat)
  }

  #leave(seat: ClientSeat): void {
    if (!this.#seats.delete(seat)) return
    seat.isGone = true
    this.#waiting.delete(seat)
    if (this.#owner === seat) this.#rollBack()
    const closes = [...seat.statements].map((name) => frame('C', Buffer.from('S'), text(name)))
    // Inside another client's transaction a Sync could end what it has begun in a pipeline.
    if (closes.length > 0 && !this.#owner) this.#run(Buffer.concat([...closes, sync]))
    this.#pumpSoon()
  }

  #rollBack(): void {
    clearTimeout(this.#idle)
    if (this.#status === 'pipeline') this.#run(sync)
    if (this.#status !== 'I') this.#run(query('rollback'))
    this.#owner = undefined
  }
}

function forgetChannel(seat: ClientSeat, channel: string): void {
  if (channel === '*') seat.channels.clear()
  else seat.channels.delete(channel)
}
