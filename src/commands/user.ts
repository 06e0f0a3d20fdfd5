import { Command, Option } from 'commander'

import { Failure } from '#lib/failure.ts'
import { findByEmail } from '#newsroom/members/ask-for-link.ts'
import { inviteMember } from '#newsroom/members/invite-member.ts'
import { makeSignInLink } from '#newsroom/members/make-sign-in-link.ts'
import type { Role } from '#newsroom/members/member.ts'
import { operator, roles } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import type { Config } from '#platform/config/config.ts'
import { readConfig } from '#platform/config/config.ts'
import { signInLinkAddress } from '#surfaces/desk/sign-in/sign-in-link-address.ts'

import { openNewsroom } from './open-newsroom.ts'
import { originOf } from './origin-of.ts'
import type { Terminal } from './terminal.ts'

type AddOptions = { role: Role; name?: string; json?: true }

export function userCommand(terminal: Terminal): Command {
  const command = new Command('user').description('Accounts: who may work at the desk')
  command
    .command('add')
    .description('Make a member, and print the link by which they sign in the first time')
    .argument('<email>')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .option('--name <name>', 'how they are called; else what stands before the @')
    .option('--json', 'print one JSON document on standard output')
    .action((email: string, options: AddOptions) => add(terminal, email, options))
  command
    .command('link')
    .description('Print a link that signs a member in once, within a day')
    .argument('<email>')
    .option('--json', 'print one JSON document on standard output')
    .action((email: string, options: { json?: true }) => link(terminal, email, options))
  return command
}

async function add(terminal: Terminal, email: string, { role, name, json }: AddOptions): Promise<void> {
  await withNewsroom(terminal, async (newsroom, config) => {
    const given = { projects: null, sections: null, languages: null }
    const called = name ?? email.split('@')[0] ?? email
    const invitation = await inviteMember(newsroom, operator, { email, name: called, role, ...given })
    print(terminal, json, { email: invitation.to, role, link: signInLinkAddress(originOf(config), invitation.token) })
    terminal.stderr.write(`${invitation.to} is a member. The link signs them in once, within seven days.\n`)
  })
}

async function link(terminal: Terminal, email: string, { json }: { json?: true }): Promise<void> {
  await withNewsroom(terminal, async (newsroom, config) => {
    const member = await findByEmail(newsroom, email)
    if (!member) throw new Failure('missing', 'no-such-member', `Nobody here has the address ${email}: dateline user add ${email} --role …`)
    if (member.state === 'suspended')
      throw new Failure('conflict', 'suspended', `${member.email} is suspended: an administrator lets them in again at the desk.`)
    const token = await makeSignInLink(newsroom, member.id)
    print(terminal, json, { email: member.email, link: signInLinkAddress(originOf(config), token) })
    terminal.stderr.write('The link signs in once, within a day.\n')
  })
}

async function withNewsroom(terminal: Terminal, act: (newsroom: Newsroom, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(terminal.env)
  const newsroom = await openNewsroom(config, 'beside')
  await using _archive = newsroom.db
  const founded = await newsroom.db.writer.selectFrom('newsroom.settings').select('is_demo').executeTakeFirst()
  if (!founded) throw new Failure('missing', 'not-founded', 'There is no newsroom in this archive yet: dateline start founds one.')
  await act(newsroom, config)
}

function print(terminal: Terminal, json: true | undefined, made: { email: string; link: string; role?: Role }): void {
  terminal.stdout.write(json ? `${JSON.stringify(made)}\n` : `${made.link}\n`)
}
