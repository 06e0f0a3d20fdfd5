import { createTransport } from 'nodemailer'

import { Failure } from '#lib/failure.ts'
import type { Clock } from '#platform/clock.ts'

import type { Mailer } from './mailer.ts'
import { messageOf } from './message-of.ts'

/** Longer than any mail takes: a server that trickles its answers is given up on. */
const longestSending = 60_000

/**
 * Sends through a mail server. `smtps:` speaks TLS from the start, `smtp:` takes it up where it is offered, and must when there is a password to
 * protect and the server is not on this machine. nodemailer's own options follow as a query: `?requireTLS=true`, `?tls.servername=…`.
 */
export function smtpMailer({ url, from, clock }: { url: URL; from: string; clock: Clock }): Mailer & AsyncDisposable {
  const hasSecret = url.username !== '' && !/^(localhost|127\..*|\[::1\])$/.test(url.hostname)
  const transport = createTransport({
    url: url.href,
    pool: true,
    maxConnections: 2,
    maxRequeues: 1,
    requireTLS: hasSecret && url.protocol === 'smtp:',
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    idleTimeout: 10_000,
  })
  // The mail that an error belongs to fails with it; an idle connection that breaks concerns nobody.
  transport.on('error', () => undefined)
  return {
    async send(mail) {
      const message = messageOf(mail, { from, at: clock.now() })
      try {
        await transport.sendMail({ ...message, signal: AbortSignal.timeout(longestSending) })
      } catch (error) {
        throw new Failure('unavailable', 'mail-not-sent', `The mail server at ${url.host} did not take a mail. Check SMTP_URL.`, {
          cause: error,
        })
      }
    },
    async [Symbol.asyncDispose]() {
      transport.close({ force: true })
    },
  }
}
