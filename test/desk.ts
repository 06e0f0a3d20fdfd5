import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Member } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { RunningServer } from '#platform/http/serve.ts'
import { readConfig } from '#platform/config/config.ts'
import { openApp } from '#src/app.ts'
import { openDeskParts } from '#src/desk-parts.ts'
import type { Desk } from '#surfaces/desk/desk.ts'
import { silent } from '#test/silent-log.ts'

export const deskCache = join(tmpdir(), 'dateline-test-scripts')
const noMailbox: Desk['mailbox'] = { folder: join(tmpdir(), 'dateline-test-no-mails'), isSent: false }

export type TestDesk = AsyncDisposable & {
  url: string
  /** What a member's browser without script would send; `form` makes it a POST. */
  as(member: Member, path: string, form?: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Response>
}

/** The whole app on a port of its own, whose desk takes the cookie `member` at its word; sign-in is tested on its own. */
export async function openTestDesk(newsroom: Newsroom, members: readonly Member[], mailbox = noMailbox, port = 0): Promise<TestDesk> {
  const memberOf = async (headers: Headers) => {
    const id = /(?:^|; )member=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1]
    const member = members.find((one) => one.id === id)
    return member && { ...member, language: null }
  }
  const origin = 'https://news.example'
  const config = readConfig({ DATELINE_SECRET: 'a secret of at least thirty-two characters' })
  const parts = await openDeskParts({ newsroom, config, origin, mailer: { send: async () => undefined }, log: silent })
  const app = await openApp({ newsroom, origin, log: silent, desk: { ...parts, memberOf, mailbox, cacheFolder: deskCache } })
  const server: RunningServer = await app.listen({ host: '127.0.0.1', port })
  const url = `http://127.0.0.1:${server.port}`
  return {
    url,
    as: (member, path, form, headers = {}) =>
      fetch(url + path, {
        redirect: 'manual',
        headers: { cookie: `member=${member.id}`, 'sec-fetch-site': 'same-origin', ...headers },
        ...(form && { method: 'POST', body: formOf(form) }),
      }),
    async [Symbol.asyncDispose]() {
      await server.close()
      await app[Symbol.asyncDispose]()
    },
  }
}

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
  return form
}
