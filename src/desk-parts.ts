import { join } from 'node:path'

import { admitMember } from '#newsroom/members/admit-member.ts'
import { welcomeByGroups } from '#newsroom/members/welcome-by-groups.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { readSettings } from '#newsroom/settings/read-settings.ts'
import type { Config } from '#platform/config/config.ts'
import type { Log } from '#platform/log.ts'
import { openTranslator } from '#platform/machine-translation/open-translator.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { keepSecret } from '#platform/sign-in/keep-secret.ts'
import { openSignIn } from '#platform/sign-in/open-sign-in.ts'
import type { Desk } from '#surfaces/desk/desk.ts'
import { whoIsThere } from '#surfaces/desk/sign-in/who-is-there.ts'
import { letters } from '#surfaces/mail/letters.ts'
import { named } from '#surfaces/ui/in-words.ts'

import { desk as paths } from './routes.ts'

/** What the desk has of the outside: who signs in and how, and the way mails leave. */
export type DeskParts = Pick<Desk, 'memberOf' | 'signIn' | 'mailer' | 'letters' | 'mailbox' | 'log' | 'trustProxy' | 'translator'> & {
  /** Signs what goes out and has to come back as it was. */
  secret: string
  /** Where bundled scripts are kept between starts. */
  cacheFolder: string
}

type Outside = { newsroom: Newsroom; config: Config; origin: string; mailer: Mailer; log: Log }

export const mailFolderOf = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'mail')

export async function openDeskParts({ newsroom, config, origin, mailer, log }: Outside): Promise<DeskParts> {
  const { oidc } = config
  const { name } = await readSettings(newsroom.db.writer)
  const secret = await keepSecret(config.secret, config.dataFolder)
  const signIn = openSignIn({
    db: newsroom.db,
    origin,
    basePath: paths.auth,
    cookiePath: paths.home,
    secret,
    newsroomName: named(name, 'en'),
    log,
    admit: (member, entrance) => admitMember(newsroom, member, entrance),
    oidc: oidc ? { ...oidc, failedPath: paths.signIn, welcome: (profile) => welcomeByGroups(newsroom, profile, oidc.roles) } : undefined,
  })
  return {
    memberOf: whoIsThere(newsroom, signIn),
    signIn,
    mailer,
    letters,
    mailbox: { folder: mailFolderOf(config), isSent: config.smtpUrl !== null },
    log,
    trustProxy: config.trustProxy,
    translator: openTranslator(config.translator),
    secret,
    cacheFolder: join(config.dataFolder, 'cache'),
  }
}
