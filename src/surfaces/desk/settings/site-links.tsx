import type { ReactNode } from 'react'

import { useFault, useHasFault } from '../frame/faults.tsx'
import type { Choice } from '../frame/register-names.ts'
import { TextInLanguages } from '../frame/text-in-languages.tsx'
import { useWords } from '../words/use-words.ts'
import type { LinkDraft, SiteDraft } from './site-draft.ts'

/** What stands in the head of every page, by numbers: order without a script. */
export function NavigationFields({ draft, sections, languages }: { draft: SiteDraft; sections: Choice[]; languages: string[] }): ReactNode {
  const say = useWords()
  const words = say.settings
  const places = [{ value: 'news', name: words.allNews }, ...sections, { value: 'projects', name: words.projects }]
  return (
    <fieldset className="options">
      <legend>{words.navigation}</legend>
      <div className="option">
        <label>
          <input type="radio" name="navigation" value="auto" defaultChecked={!draft.isOwnNavigation} /> <span>{words.navigationAuto}</span>
        </label>
      </div>
      <div className="option">
        <label>
          <input type="radio" name="navigation" value="own" defaultChecked={draft.isOwnNavigation} aria-describedby="navigation-help" />{' '}
          <span>{words.navigationOwn}</span>
        </label>
        <p className="help" id="navigation-help">
          {words.navigationHelp}
        </p>
        <div className="option-more">
          <div className="places-table">
            {places.map(({ value, name }) => (
              <div className="place-line" key={value}>
                <Position name={`place ${value}`} value={draft.positions[value] ?? ''} label={say.about(words.position, name)} />
                <span aria-hidden="true">{name}</span>
              </div>
            ))}
          </div>
          <OwnLinks first="link" links={draft.links} languages={languages} hasPosition />
        </div>
      </div>
    </fieldset>
  )
}

export function FooterFields({ draft, languages }: { draft: SiteDraft; languages: string[] }): ReactNode {
  const words = useWords().settings
  return (
    <fieldset className="site-part">
      <legend>{words.footer}</legend>
      <TextInLanguages
        name="footer"
        legend={words.footerText}
        help={words.footerHelp}
        texts={draft.footer}
        languages={languages}
        longest={2000}
        rows={3}
      />
      <OwnLinks first="footlink" links={draft.footerLinks} languages={languages} />
    </fieldset>
  )
}

type OwnLinksProps = { first: string; links: LinkDraft[]; languages: string[]; hasPosition?: boolean }

/** The links that there are, then some that can be added. */
function OwnLinks({ first, links, languages, hasPosition = false }: OwnLinksProps): ReactNode {
  const words = useWords().settings
  const added = links.filter(({ href }) => href !== '').length
  return (
    <div>
      {links.map((link, index) => (
        <OwnLinkFields
          // oxlint-disable-next-line react/no-array-index-key -- a link has no other name than its place in the form
          key={index}
          first={`${first}-${index}`}
          link={link}
          summary={index > added ? words.linkMore : words.linkNew}
          languages={languages}
          hasPosition={hasPosition}
        />
      ))}
      <p className="help">{words.linkHelp}</p>
    </div>
  )
}

type OwnLinkProps = { first: string; link: LinkDraft; summary: string; languages: string[]; hasPosition: boolean }

function OwnLinkFields({ first, link, summary, languages, hasPosition }: OwnLinkProps): ReactNode {
  const say = useWords()
  const words = say.settings
  const { marks, note } = useFault(`${first} href`)
  const hasFault = useHasFault((field) => field.startsWith(`${first} `))
  return (
    <details className="own-link" open={link.href !== '' || hasFault}>
      <summary>{link.href === '' ? summary : say.about(words.link, Object.values(link.name)[0] ?? link.href)}</summary>
      {hasPosition ? (
        <label>
          <span>{words.position}</span>
          <input type="number" name={`${first} position`} min={1} max={99} defaultValue={link.position} />
        </label>
      ) : null}
      <label>
        <span>{words.linkHref}</span>
        <input name={`${first} href`} defaultValue={link.href} dir="ltr" maxLength={500} spellCheck={false} {...marks} />
        {note}
      </label>
      <TextInLanguages name={`${first} name`} legend={words.linkName} texts={link.name} languages={languages} longest={80} />
    </details>
  )
}

function Position({ name, value, label }: { name: string; value: string; label: string }): ReactNode {
  return <input type="number" name={name} min={1} max={99} defaultValue={value} aria-label={label} />
}
