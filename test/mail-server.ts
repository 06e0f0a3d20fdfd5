import { callbackify } from 'node:util'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server'

export type TakenMail = {
  from: { name: string; address: string }
  to: string[]
  subject: string
  text: string
  headers: string[]
  raw: string
}

/** A real SMTP server on this machine that keeps what it takes. */
export type MailServer = { url: URL; port: number; taken: TakenMail[] } & AsyncDisposable

/** Without a port, any that is free. */
export async function openMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const taken: TakenMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 50,
    ...options,
    onData: callbackify(async (stream: AsyncIterable<Uint8Array>, session: SMTPServerSession) => {
      const raw = await readAll(stream)
      const { from, subject = '', text = '', headers } = await PostalMime.parse(raw)
      const to = session.envelope.rcptTo.map(({ address }) => address)
      taken.push({
        from: { name: from?.name ?? '', address: from?.address ?? '' },
        to,
        subject,
        text,
        headers: headers.map(({ key }) => key),
        raw,
      })
    }),
    ...(options.onData && { onData: options.onData }),
  })
  // A client that goes away in the middle is the client's to tell of.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const where = server.server.address()
  if (where === null || typeof where === 'string') throw new Error('the mail server listens on no port')
  return {
    url: new URL(`${options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${where.port}`),
    port: where.port,
    taken,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
