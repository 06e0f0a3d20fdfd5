import type { ReactNode } from 'react'

import { houseRulesPolicy } from '#newsroom/house-rules/house-rules-policy.ts'
import type { Member } from '#newsroom/members/member.ts'
import { memberPolicy } from '#newsroom/members/member-policy.ts'
import { settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { desk, routes } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import type { DeskAssets } from '../desk-assets.ts'
import { useWords } from '../words/use-words.ts'

export type FrameProps = {
  assets: Omit<DeskAssets, 'files'>
  /** As the settings have it now. */
  accent: string
  newsroom: string
  /** The newsroom's zone, in which the desk tells every time, whoever reads. */
  timeZone: string
  title: string
  /** Absent before anyone has signed in. */
  member?: Member | undefined
  waiting?: number
  /** Which part of the desk this is, for the navigation. */
  at?: string
  isWide?: boolean
  /** Whether whoever is signed in may read mails that are kept instead of being sent. */
  keepsMail?: boolean
  /** Its fonts are fetched at once too. */
  textLanguage?: string
  /** How Turbo brings a page on which a text is written up to date after an act upon it, at the place where it is; such a page is never shown from memory. */
  refresh?: 'morph' | 'replace' | undefined
  /** Where whoever is signed in adds to which register. */
  adds?: { [register: string]: { href: string; label: string } }
  children: ReactNode
}

/** Everything around a desk page, from `<html>` in. */
export function DeskFrame({
  assets,
  accent,
  newsroom,
  timeZone,
  title,
  member,
  waiting = 0,
  at,
  isWide = false,
  keepsMail = false,
  textLanguage,
  refresh,
  adds = {},
  children,
}: FrameProps): ReactNode {
  const say = useWords()
  const fonts = new Set([say.language, textLanguage ?? say.language].flatMap(assets.fontPreloads))
  return (
    <html lang={say.language} dir={directionOf(say.language)}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} – ${newsroom}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="turbo-cache-control" content={refresh ? 'no-cache' : 'no-preview'} />
        {refresh ? <meta name="turbo-refresh-scroll" content="preserve" /> : null}
        {refresh ? <meta name="turbo-refresh-method" content={refresh} /> : null}
        <meta name="turbo-root" content={desk.home} />
        <meta name="turbo-prefetch" content="false" />
        {[...fonts].map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <link rel="stylesheet" href={assets.cssHref(accent)} />
        <link rel="icon" href={assets.iconHref} type="image/svg+xml" />
        <script type="module" src={assets.scriptHref} />
      </head>
      <body data-words={JSON.stringify(say.scripts)} data-time-zone={timeZone} data-adds={JSON.stringify(adds)}>
        <a className="skip" href="#content">
          {say.skip}
        </a>
        <header className="desk-bar">
          <p className="desk-name">
            <a href={desk.home}>{newsroom}</a>
          </p>
          {member ? <DeskNavigation member={member} waiting={waiting} at={at ?? ''} /> : null}
        </header>
        <main id="content" className={isWide ? 'desk-main desk-wide' : 'desk-main'} tabIndex={-1}>
          {children}
        </main>
        <DeskFoot isIn={member !== undefined} keepsMail={keepsMail} />
      </body>
    </html>
  )
}

function DeskFoot({ isIn, keepsMail }: { isIn: boolean; keepsMail: boolean }): ReactNode {
  const say = useWords()
  return (
    <footer className="desk-foot">
      {isIn ? (
        <>
          <a href={desk.help}>{say.toHelp}</a>
          <a href={desk.account}>{say.inLanguage(ownName(say.language))}</a>
        </>
      ) : null}
      <a href={routes.front}>{say.toSite}</a>
      {keepsMail ? <a href={desk.mailbox}>{say.mails.toKept}</a> : null}
    </footer>
  )
}

/** Where one can go from here. A phone folds it away; a wider screen shows it in the bar. */
function DeskNavigation({ member, waiting, at }: { member: Member; waiting: number; at: string }): ReactNode {
  const say = useWords()
  const places = [
    { href: desk.home, name: say.overview },
    { href: desk.stories, name: say.stories },
    { href: desk.translations, name: say.translations.title },
    { href: desk.registers, name: say.registers.title },
    ...(memberPolicy.listMembers(member) ? [{ href: desk.people, name: say.people }] : []),
    ...(houseRulesPolicy.readHouseRules(member) ? [{ href: desk.rules, name: say.rules }] : []),
    ...(settingsPolicy.readSettings(member) ? [{ href: desk.settings, name: say.settings.title }] : []),
  ]
  const badge = waiting > 0 ? <Badge waiting={waiting} /> : null
  return (
    <details className="desk-menu">
      <summary>
        {say.menu}
        {badge}
      </summary>
      <nav aria-label={say.desk}>
        <ul>
          {places.map(({ href, name }) => (
            <li key={href}>
              <a href={href} aria-current={href === at ? 'page' : undefined}>
                {name}
                {href === desk.home ? badge : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="desk-who">
        <a href={desk.account}>{member.name}</a>
        <form method="post" action={desk.signOut}>
          <button className="quiet">{say.signOut}</button>
        </form>
      </div>
    </details>
  )
}

function Badge({ waiting }: { waiting: number }): ReactNode {
  return (
    <>
      {' '}
      <b className="badge">
        <span aria-hidden="true">{waiting}</span>
        <span className="unseen">{useWords().waiting(waiting)}</span>
      </b>
    </>
  )
}
