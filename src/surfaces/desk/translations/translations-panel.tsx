import type { ReactNode } from 'react'

import type { Member } from '#newsroom/members/member.ts'
import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'
import type { TranslationsOf } from '#newsroom/translations/read-translations-of.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { RefusedPart } from '../frame/refused-form.tsx'
import { SaidChoice } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'
import { HowFar } from './how-far.tsx'

export type PanelProps = {
  edition: HeldEdition
  translations: TranslationsOf
  /** Into which the member may have it translated. */
  languages: string[]
  maySpare: boolean
  /** The language that was asked for, chosen already. */
  asked?: string | undefined
}

/** The other languages of a story beside its text: what this was made from, what was made from it, and how far they follow. */
export function TranslationsPanel({ edition, translations, languages, maySpare, asked }: PanelProps): ReactNode {
  const words = useWords().translations
  const { source, own, made, behind } = translations
  if (!source && made.length === 0 && languages.length === 0) return null
  return (
    <section className="panel" aria-labelledby="translations">
      <h2 id="translations">{words.panel}</h2>
      {source && own ? (
        <p>
          {words.madeFrom(ownName(source.language))} <HowFar {...own} />{' '}
          <a href={link(desk.translation, { edition: edition.id })}>{words.sideBySide}</a>
        </p>
      ) : null}
      {behind.length > 0 ? (
        <ul className="behind-list" aria-label={words.behindList}>
          {behind.map(({ id, kind, words: said, language }) => (
            <li key={id}>
              <a href={`${link(desk.translation, { edition: edition.id })}#passage-${id}`}>
                {words.kinds[kind]}{' '}
                <span className="behind-words" lang={language} dir={directionOf(language)}>
                  {said}
                </span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {made.length > 0 ? (
        <ul className="made-list">
          {made.map((line) => (
            <li key={line.edition}>
              <a href={link(desk.translation, { edition: line.edition })}>{ownName(line.language)}</a> <HowFar {...line} />
            </li>
          ))}
        </ul>
      ) : null}
      {maySpare && made.some(({ stale }) => stale > 0) ? (
        <form method="post" action={link(desk.translationsSpared, { edition: edition.id })} data-after-save>
          <input type="hidden" name="revision" value={edition.revision} data-revision />
          <button className="quiet">{words.spare}</button>
          <p className="help">{words.spareHelp}</p>
        </form>
      ) : null}
      {languages.length > 0 ? (
        <form method="post" action={link(desk.editionTranslations, { edition: edition.id })} className="fields" data-after-save>
          <RefusedPart form={link(desk.editionTranslations, { edition: edition.id })}>
            <SaidChoice
              name="language"
              label={words.into}
              choices={languages.map((language) => ({ value: language, name: ownName(language) }))}
              chosen={asked !== undefined && languages.includes(asked) ? asked : languages[0]}
            />
          </RefusedPart>
          <p className="help">{words.beginHelp}</p>
          <button className="quiet">{words.begin}</button>
        </form>
      ) : null}
    </section>
  )
}

/** What the panel shows to a member: only languages in which they may begin, of those that the story has not. */
export function panelOf(member: Member, edition: HeldEdition, translations: TranslationsOf, languages: readonly string[]): PanelProps {
  const mayBegin = (language: string) => storyPolicy.translateEdition(member, { ...edition, language, state: 'draft' })
  return {
    edition,
    translations,
    languages: languages.filter((language) => !translations.languages.includes(language) && mayBegin(language)),
    maySpare: storyPolicy.spareTranslations(member, edition),
  }
}
