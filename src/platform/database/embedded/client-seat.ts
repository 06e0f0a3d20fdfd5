import type { Socket } from 'node:net'
import { handshake } from './handshake.ts'
import { frame, FrameReader, readTexts, text, type Frame } from './wire.ts'

/** One connected client: what it asked and has not been served yet, and what of the one session is its own. */
export class ClientSeat {
  readonly id: number
  readonly socket: Socket
  readonly channels = new Set<string>()
  readonly statements = new Set<string>()
  role: string | undefined
  isGone = false
  #isWelcome = false
  #reader = new FrameReader()
  #frames: Frame[] = []
  #batches: Frame[][] = []

  constructor(id: number, socket: Socket) {
    this.id = id
    this.socket = socket
  }

  /** Takes bytes in; answers the handshake at once and gathers the rest into batches. */
  receive(chunk: Buffer, serverVersion: string): void {
    this.#reader.push(chunk)
    while (!this.#isWelcome && !this.isGone) {
      const message = this.#reader.nextStartup()
      if (!message) return
      this.#greet(message, serverVersion)
    }
    for (let next = this.#reader.next(); next; next = this.#reader.next()) this.#gather(next)
  }

  get hasBatch(): boolean {
    return this.#batches.length > 0
  }

  takeBatch(): Frame[] {
    return this.#batches.shift() ?? []
  }

  send(bytes: Buffer): void {
    if (!this.isGone && bytes.length > 0) this.socket.write(bytes)
  }

  #greet(message: Buffer, serverVersion: string): void {
    const reply = handshake(message, this.id, serverVersion)
    if (reply.kind === 'goodbye') {
      this.isGone = true
      this.socket.end()
      return
    }
    this.socket.write(reply.bytes)
    if (reply.kind === 'welcome') {
      this.role = reply.role
      this.#isWelcome = true
    }
  }

  // The session is given to a client only when it has sent all that an answer needs, so a slow client holds nobody up.
  #gather(next: Frame): void {
    if (next.type === 'X') {
      this.socket.end()
      return
    }
    this.#frames.push(this.#withOwnStatement(next))
    if (!batchEnds.has(next.type)) return
    this.#batches.push(this.#frames)
    this.#frames = []
  }

  // Clients name their prepared statements without knowing of each other.
  #withOwnStatement(next: Frame): Frame {
    if (next.type === 'P') {
      const { texts, rest } = readTexts(next.bytes, 5, 1)
      return { type: 'P', bytes: frame('P', text(this.#own(texts[0] ?? '')), rest) }
    }
    if (next.type === 'B') {
      const { texts, rest } = readTexts(next.bytes, 5, 2)
      return { type: 'B', bytes: frame('B', text(texts[0] ?? '', this.#own(texts[1] ?? '')), rest) }
    }
    const isAboutStatement = (next.type === 'D' || next.type === 'C') && next.bytes[5] === 'S'.charCodeAt(0)
    if (!isAboutStatement) return next
    const name = this.#own(readTexts(next.bytes, 6, 1).texts[0] ?? '')
    return { type: next.type, bytes: frame(next.type, Buffer.from('S'), text(name)) }
  }

  #own(name: string): string {
    if (name === '') return name
    const own = `client${this.id}_${name}`
    this.statements.add(own)
    return own
  }
}

// Query, Sync, Flush, function call.
const batchEnds = new Set(['Q', 'S', 'H', 'F'])
