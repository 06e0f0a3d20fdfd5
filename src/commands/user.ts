import { Command, Option } from 'commander'
import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { findByEmail } from '#newsroom/members/ask-for-link.ts'
import { inviteMember } from '#newsroom/members/invite-member.ts'
import { makeSignInLink } from '#newsroom/members/make-sign-in-link.ts'
import { emailInput } from '#newsroom/members/member-input.ts'
import type { Role } from '#newsroom/members/member.ts'
import { operator, roles } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { Config } from '#platform/config/config.ts'
import { readConfig } from '#platform/config/config.ts'
import { signInLinkAddress } from '#surfaces/desk/sign-in/sign-in-link-address.ts'

import { argument } from './argument.ts'
import { asTyped } from './as-typed.ts'
import { openFounded } from './open-founded.ts'
import { originOfLinks } from './origin-of.ts'
import type { Terminal } from './terminal.ts'

type AddOptions = { role?: Role; name?: string; json?: true }

export function userCommand(terminal: Terminal): Command {
  const command = new Command('user').description('Accounts: who may work at the desk')
  command
    .command('add')
    .description('Make a member, and print the link by which they sign in the first time')
    .argument('<email>', 'their e-mail address', email)
    .addOption(new Option('--role <role>', 'what they may do').choices(roles))
    .option(
      '--name <name>',
      'how they are called; else what stands before the @',
      argument(z.string().trim().min(1).max(120), 'a name of up to 120 characters'),
    )
    .option('--json', 'print one JSON document on standard output')
    .action((address: string, { role, ...options }: AddOptions, self: Command) => {
      if (role === undefined) return self.error(`error: --role is missing: it must be ${roles.join(', ')}`, { exitCode: 2 })
      return add(terminal, address, { role, ...options })
    })
  command
    .command('link')
    .description('Print a link that signs a member in once, within a day')
    .argument('<email>', 'their e-mail address', email)
    .option('--json', 'print one JSON document on standard output')
    .action((address: string, options: { json?: true }) => link(terminal, address, options))
  return command
}

const email = argument(emailInput, 'an e-mail address')

async function add(terminal: Terminal, address: string, { role, name, json }: AddOptions & { role: Role }): Promise<void> {
  await withNewsroom(terminal, async (newsroom, config) => {
    const given = { projects: null, sections: null, languages: null }
    const called = name ?? address.split('@')[0] ?? address
    const invitation = await inviteMember(newsroom, operator, { email: address, name: called, role, ...given }).catch(explained(address))
    const said = `${invitation.to} is a member. The link signs them in once, within seven days.`
    await print(terminal, config, { made: { email: invitation.to, role }, token: invitation.token, json, said })
  })
}

const explained = (address: string) => (error: unknown) => {
  if (!(error instanceof Failure) || error.code !== 'member-exists') throw error
  const line = `${address} is a member already: ${asTyped(`user link ${address}`)} prints a link that signs them in.`
  throw new Failure('conflict', 'member-exists', line, { cause: error })
}

async function link(terminal: Terminal, address: string, { json }: { json?: true }): Promise<void> {
  await withNewsroom(terminal, async (newsroom, config) => {
    const member = await findByEmail(newsroom, address)
    if (!member)
      throw new Failure('missing', 'no-such-member', `Nobody here has the address ${address}: ${asTyped(`user add ${address} --role …`)}`)
    if (member.state === 'suspended')
      throw new Failure('conflict', 'suspended', `${member.email} is suspended: an administrator lets them in again at the desk.`)
    const token = await makeSignInLink(newsroom, member.id)
    await print(terminal, config, { made: { email: member.email }, token, json, said: 'The link signs in once, within a day.' })
  })
}

async function withNewsroom(terminal: Terminal, act: (newsroom: Newsroom, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(terminal.env)
  const newsroom = await openFounded(config)
  await using _archive = newsroom.db
  await act(newsroom, config)
}

type Printed = { made: { email: string; role?: Role }; token: string; json: true | undefined; said: string }

async function print({ stdout, stderr }: Terminal, config: Config, { made, token, json, said }: Printed): Promise<void> {
  const { origin, because } = await originOfLinks(config)
  const address = signInLinkAddress(origin, token)
  stdout.write(json ? `${JSON.stringify({ ...made, link: address })}\n` : `${address}\n`)
  stderr.write(`${because ? `${said} ${because}` : said}\n`)
}
