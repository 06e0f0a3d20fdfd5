import type { ReactNode } from 'react'

import type { EditionLine } from '#newsroom/desk-lists/edition-line.ts'
import { editionStates } from '#newsroom/stories/story.ts'
import { desk } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { Choice, registerNames } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'
import { EditionTable } from './edition-table.tsx'

export type Asked = { state: string; text: string; language: string; section: string; own: boolean }

type Props = {
  lines: EditionLine[]
  asked: Asked
  olderHref: string | undefined
  isFirst: boolean
  names: ReturnType<typeof registerNames>
  sections: Choice[]
  languages: string[]
  mayWrite: boolean
}

export function StoryListPage({ lines, asked, olderHref, isFirst, names, sections, languages, mayWrite }: Props): ReactNode {
  const say = useWords()
  const words = say.list
  return (
    <>
      <div className="desk-head">
        <h1>{say.stories}</h1>
        {mayWrite ? (
          <a className="button" href={desk.newStory}>
            {say.newStory}
          </a>
        ) : null}
      </div>
      <form className="filters" action={desk.stories}>
        <label>
          <span>{words.search}</span>
          <input type="search" name="text" defaultValue={asked.text} data-search maxLength={200} />
        </label>
        <Select
          name="state"
          label={words.state}
          any={words.anyState}
          chosen={asked.state}
          choices={editionStates.map((state) => ({ value: state, name: say.states[state] }))}
        />
        {languages.length > 1 ? (
          <Select
            name="language"
            label={words.language}
            any={words.anyLanguage}
            chosen={asked.language}
            choices={languages.map(languageChoice)}
          />
        ) : null}
        <Select name="section" label={say.writing.section} any={words.anySection} chosen={asked.section} choices={sections} />
        <label className="tick">
          <input type="checkbox" name="own" value="yes" defaultChecked={asked.own} /> <span>{words.onlyOwn}</span>
        </label>
        <button className="quiet">{words.show}</button>
      </form>
      {lines.length > 0 ? <EditionTable lines={lines} names={names} caption={say.stories} /> : <NoLines asked={asked} />}
      {olderHref || !isFirst ? (
        <nav className="page-links" aria-label={say.stories}>
          {isFirst ? null : <a href={desk.stories}>{words.first}</a>}
          {olderHref ? <a href={olderHref}>{words.older}</a> : null}
        </nav>
      ) : null}
      <p className="keys-hint">{words.keys}</p>
    </>
  )
}

function NoLines({ asked }: { asked: Asked }): ReactNode {
  const say = useWords()
  const isNarrowed = Object.values(asked).some(Boolean)
  return (
    <p className="nothing">
      {isNarrowed ? say.list.nothing : say.home.begin} {isNarrowed ? <a href={desk.stories}>{say.list.all}</a> : null}
    </p>
  )
}

function Select({
  name,
  label,
  any,
  chosen,
  choices,
}: {
  name: string
  label: string
  any: string
  chosen: string
  choices: Choice[]
}): ReactNode {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={chosen}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
}

const languageChoice = (language: string): Choice => ({ value: language, name: ownName(language) })
