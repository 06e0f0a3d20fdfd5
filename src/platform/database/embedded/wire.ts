/** The PostgreSQL wire protocol, version 3: https://www.postgresql.org/docs/18/protocol-message-formats.html */

/** One message as it travels: its type letter and all its bytes, header included. */
export interface Frame {
  readonly type: string
  readonly bytes: Buffer
}

/** Cuts a stream into messages. The first ones of a client have no type letter. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0)

  push(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
  }

  nextStartup(): Buffer | undefined {
    return this.#take(0)
  }

  next(): Frame | undefined {
    const bytes = this.#take(1)
    return bytes && { type: String.fromCharCode(bytes[0] ?? 0), bytes }
  }

  #take(typeLength: number): Buffer | undefined {
    if (this.#rest.length < typeLength + 4) return undefined
    const length = typeLength + this.#rest.readInt32BE(typeLength)
    if (length < typeLength + 4 || length > longestMessage) throw new Error('not the PostgreSQL protocol')
    if (this.#rest.length < length) return undefined
    const bytes = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    return bytes
  }
}

export function framesOf(output: Buffer): Frame[] {
  const reader = new FrameReader()
  reader.push(output)
  const frames: Frame[] = []
  for (let frame = reader.next(); frame; frame = reader.next()) frames.push(frame)
  return frames
}

export function frame(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

export function text(...values: readonly string[]): Buffer {
  return Buffer.from(values.map((value) => `${value}\0`).join(''))
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** The zero-ended strings at the start of a message's body, `count` of them, and what follows. */
export function readTexts(bytes: Buffer, from: number, count: number): { texts: string[]; rest: Buffer } {
  const texts: string[] = []
  let at = from
  for (let i = 0; i < count; i += 1) {
    const end = bytes.indexOf(0, at)
    if (end < 0) throw new Error('not the PostgreSQL protocol')
    texts.push(bytes.toString('utf8', at, end))
    at = end + 1
  }
  return { texts, rest: bytes.subarray(at) }
}

export const query = (sql: string): Buffer => frame('Q', text(sql))
export const sync = frame('S')
export const readyForQuery = frame('Z', Buffer.from('I'))

export function errorResponse(severity: 'ERROR' | 'FATAL', code: string, message: string): Buffer {
  return frame('E', text(`S${severity}`, `V${severity}`, `C${code}`, `M${message}`), Buffer.from([0]))
}

const longestMessage = 256 * 1024 * 1024
