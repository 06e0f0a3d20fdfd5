import { randomBytes } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

import { Failure } from '#lib/failure.ts'
import type { Clock } from '#platform/clock.ts'

import type { Mailer } from './mailer.ts'
import { messageOf } from './message-of.ts'

/** Keeps each mail as one `.eml` file (RFC 5322) that only this user can read; the names sort by time. */
export function folderMailer({ folder, from, clock }: { folder: string; from: string; clock: Clock }): Mailer & AsyncDisposable {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send(mail) {
      const at = clock.now()
      const { message } = await composer.sendMail(messageOf(mail, { from, at }))
      if (!Buffer.isBuffer(message)) throw new TypeError('nodemailer gave a stream where a buffer was asked for')
      try {
        await writeWhole(folder, `${at.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}.eml`, message)
      } catch (error) {
        throw new Failure(
          'unavailable',
          'mail-not-kept',
          `A mail could not be written to ${folder}. See that there is room and that it may be written.`,
          {
            cause: error,
          },
        )
      }
    },
    async [Symbol.asyncDispose]() {
      composer.close()
    },
  }
}

// Whoever reads the folder finds a mail whole or not at all.
async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `.${name}`)
  {
    await using file = await open(draft, 'wx', 0o600)
    await file.writeFile(content)
    await file.sync()
  }
  await rename(draft, join(folder, name))
}
