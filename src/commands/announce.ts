import { findFirstAdministrator, makeSignInLink } from '#newsroom/members/make-sign-in-link.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { Config } from '#platform/config/config.ts'
import { desk } from '#src/routes.ts'
import { signInLinkAddress } from '#surfaces/desk/sign-in/sign-in-link-address.ts'

import { originOf } from './origin-of.ts'
import type { Terminal } from './terminal.ts'

/** Says where a started newsroom is found and, until an administrator has been in, the link that lets the first one in. */
export async function announce({ stderr }: Pick<Terminal, 'stderr'>, newsroom: Newsroom, config: Config): Promise<void> {
  const origin = originOf(config)
  stderr.write(`Dateline serves ${origin}/ from ${config.databaseUrl ? 'PostgreSQL' : config.dataFolder}\n`)
  stderr.write(`The desk is at ${origin}${desk.home}\n`)
  const first = await findFirstAdministrator(newsroom)
  if (!first) return
  const token = await makeSignInLink(newsroom, first.id)
  stderr.write(`The first administrator, ${first.email}, signs in once within a day by\n  ${signInLinkAddress(origin, token)}\n`)
}
