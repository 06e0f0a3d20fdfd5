import { frame, int32, readTexts, readyForQuery, text } from './wire.ts'

export type Handshake =
  | { readonly kind: 'answer'; readonly bytes: Buffer } // TLS or GSS asked: no, go on in the clear
  | { readonly kind: 'goodbye' } // a cancel request
  | { readonly kind: 'welcome'; readonly role: string | undefined; readonly bytes: Buffer }

/** Answers a client's untyped first messages as a server would that trusts whoever can open its socket. */
export function handshake(message: Buffer, clientId: number, serverVersion: string): Handshake {
  const code = message.readInt32BE(4)
  if (code === sslRequest || code === gssRequest) return { kind: 'answer', bytes: Buffer.from('N') }
  if (code === cancelRequest || code >> 16 !== 3) return { kind: 'goodbye' }
  return { kind: 'welcome', role: roleAsked(startupParameters(message)), bytes: welcome(clientId, serverVersion) }
}

function startupParameters(message: Buffer): Map<string, string> {
  const parameters = new Map<string, string>()
  let rest = message.subarray(8)
  while (rest.length > 1) {
    const pair = readTexts(rest, 0, 2)
    const [name = '', value = ''] = pair.texts
    parameters.set(name, value)
    rest = pair.rest
  }
  return parameters
}

function roleAsked(parameters: Map<string, string>): string | undefined {
  return parameters.get('role') ?? /-c\s*role=(\w+)/.exec(parameters.get('options') ?? '')?.[1]
}

function welcome(clientId: number, serverVersion: string): Buffer {
  return Buffer.concat([
    frame('R', int32(0)),
    ...Object.entries({ ...reported, server_version: serverVersion }).map(([name, value]) => frame('S', text(name, value))),
    frame('K', int32(clientId), int32(0)),
    readyForQuery,
  ])
}

const reported = {
  server_encoding: 'UTF8',
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  integer_datetimes: 'on',
  standard_conforming_strings: 'on',
}

const sslRequest = 80877103
const gssRequest = 80877104
const cancelRequest = 80877102
