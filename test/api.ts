import { keyScopes } from '#newsroom/keys/api-key.ts'
import type { KeyScope } from '#newsroom/keys/api-key.ts'
import { makeKey } from '#newsroom/keys/make-key.ts'
import type { Member } from '#newsroom/members/member.ts'
import { operator } from '#newsroom/members/member.ts'
import type { Mail } from '#platform/mail/mailer.ts'
import { readConfig } from '#platform/config/config.ts'
import type { Press } from '#platform/press/press.ts'
import { openApp } from '#src/app.ts'
import { openDeskParts } from '#src/desk-parts.ts'
import { deskCache } from '#test/desk.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { silent } from '#test/silent-log.ts'

import type { Dateline } from '../clients/typescript/client.ts'
import { dateline } from '../clients/typescript/client.ts'

export const testOrigin = 'https://news.example'

export type TestApi = AsyncDisposable & {
  /** Where it listens, without a slash at its end. */
  url: string
  mails: Mail[]
  press: Press
  /** What broke, as the log was told. */
  broken: unknown[]
  /** The token of a key of a member whom the archive knows. */
  keyOf(member: Member, scopes?: readonly KeyScope[]): Promise<string>
  /** A stranger's client, with the key of a member if there is one. */
  client(key?: string): Dateline
}

/** The whole app on a port of its own, as programs meet it. */
export async function openTestApi(newsroom: TestNewsroom): Promise<TestApi> {
  const mails: Mail[] = []
  const broken: unknown[] = []
  const config = readConfig({ DATELINE_SECRET: 'a secret of at least thirty-two characters' })
  const mailer = { send: async (mail: Mail) => void mails.push(mail) }
  const log = { ...silent, error: (fields: object) => void broken.push(fields) }
  const parts = await openDeskParts({ newsroom, config, origin: testOrigin, mailer, log: silent })
  const app = await openApp({ newsroom, origin: testOrigin, log: silent, desk: { ...parts, log, cacheFolder: deskCache } })
  const server = await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${server.port}`
  return {
    url,
    mails,
    press: app.press,
    broken,
    keyOf: async (member, scopes = keyScopes) =>
      (await makeKey(newsroom, operator, { member: member.id, name: 'A test', scopes: [...scopes], days: 30 })).token,
    client: (key) => dateline({ url, ...(key !== undefined && { key }) }),
    async [Symbol.asyncDispose]() {
      await server.close()
      await app[Symbol.asyncDispose]()
    },
  }
}
