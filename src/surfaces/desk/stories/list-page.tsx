import type { ReactNode } from 'react'

import type { ListedEditions } from '#newsroom/desk-lists/list-editions.ts'
import { countAtMost } from '#newsroom/desk-lists/list-editions.ts'
import { desk } from '#src/routes.ts'

import type { Choice, RegisterChoices, registerNames } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'
import type { Asked } from './asked-list.ts'
import { addressOf, isNarrowed } from './asked-list.ts'
import { EditionTable } from './edition-table.tsx'
import { ListFilters } from './list-filters.tsx'

type Props = {
  list: ListedEditions & { count: number }
  asked: Asked
  nextHref: string | undefined
  previousHref: string | undefined
  names: ReturnType<typeof registerNames>
  choices: RegisterChoices
  members: Choice[]
  languages: string[]
  mayWrite: boolean
}

export function StoryListPage({ list, asked, nextHref, previousHref, names, choices, members, languages, mayWrite }: Props): ReactNode {
  const say = useWords()
  const words = say.lists
  const { lines, count, order } = list
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
      <ListFilters asked={asked} choices={choices} members={members} languages={languages} />
      {lines.length > 0 ? (
        <>
          <p className="help" role="status">
            {count > countAtMost ? words.countOver(countAtMost) : words.count(count)}
          </p>
          <EditionTable lines={lines} names={names} caption={say.stories} when={order === 'released' ? 'released' : 'saved'} />
        </>
      ) : (
        <NoLines asked={asked} />
      )}
      {nextHref || previousHref ? (
        <nav className="page-links" aria-label={say.stories}>
          {previousHref ? <a href={`${desk.stories}?${addressOf(asked)}`}>{words.newest}</a> : null}
          {previousHref ? (
            <a href={previousHref} rel="prev">
              {words.newer}
            </a>
          ) : null}
          {nextHref ? (
            <a href={nextHref} rel="next">
              {words.older}
            </a>
          ) : null}
        </nav>
      ) : null}
      <p className="keys-hint">{say.list.keys}</p>
    </>
  )
}

function NoLines({ asked }: { asked: Asked }): ReactNode {
  const say = useWords()
  return (
    <p className="nothing">
      {isNarrowed(asked) ? say.list.nothing : say.home.begin} {isNarrowed(asked) ? <a href={desk.stories}>{say.list.all}</a> : null}
    </p>
  )
}
