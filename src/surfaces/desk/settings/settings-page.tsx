import type { ReactNode } from 'react'

import { desk } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'

/** The way to everything that is set for the newsroom as a whole. */
export function SettingsPage({ isMailSent }: { isMailSent: boolean }): ReactNode {
  const say = useWords()
  const words = say.settings
  const places = [
    { href: desk.siteSettings, name: words.site, about: words.about.site },
    { href: desk.people, name: say.people, about: words.about.people },
    { href: desk.rules, name: say.rules, about: words.about.rules },
    { href: desk.registers, name: say.registers.title, about: words.about.registers },
    { href: desk.keys, name: words.keys, about: words.about.keys },
    { href: desk.addresses, name: say.addresses.title, about: words.about.addresses },
    { href: desk.audit, name: say.audit.title, about: words.about.audit },
    { href: desk.mailbox, name: say.mailbox, about: isMailSent ? words.about.mailbox : say.mails.notSent },
  ]
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <p className="help">{words.lead}</p>
      <ul className="places">
        {places.map(({ href, name, about }) => (
          <li key={href}>
            <h2>
              <a href={href}>{name}</a>
            </h2>
            <p className="help">{about}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
