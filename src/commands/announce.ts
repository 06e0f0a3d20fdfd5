import { findFirstAdministrator, makeSignInLink } from '#newsroom/members/make-sign-in-link.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { Config } from '#platform/config/config.ts'
import { desk } from '#src/routes.ts'
import { signInLinkAddress } from '#surfaces/desk/sign-in/sign-in-link-address.ts'

import { isLoopback, originOf } from './origin-of.ts'
import type { Terminal } from './terminal.ts'

/** Says where a started newsroom is found and, until an administrator has been in, the link that lets the first one in. */
export async function announce({ stderr }: Pick<Terminal, 'stderr'>, newsroom: Newsroom, config: Config): Promise<void> {
  const origin = originOf(config)
  stderr.write(`Dateline serves ${origin}/ from ${config.databaseUrl ? 'PostgreSQL' : config.dataFolder}\n`)
  stderr.write(`The desk is at ${origin}${desk.home}\n`)
  stderr.write(`${aboutLinks(config, origin)}\n`)
  const first = await findFirstAdministrator(newsroom)
  if (!first) return
  const token = await makeSignInLink(newsroom, first.id)
  stderr.write(`The first administrator, ${first.email}, signs in once within a day by\n  ${signInLinkAddress(origin, token)}\n`)
}

function aboutLinks({ publicUrl, host, port }: Config, origin: string): string {
  const heard = `It listens on ${host}, port ${port}`
  if (publicUrl) return `${heard}; links in mail and feeds begin with ${origin}, as PUBLIC_URL says`
  if (isLoopback(host)) return `Links in mail and feeds begin with ${origin}; PUBLIC_URL changes that`
  return `Warning: ${heard}, but links in mail and feeds begin with ${origin}: set PUBLIC_URL to the address that readers type`
}
