import type { ReactNode } from 'react'

import type { ListedEditions } from '#newsroom/desk-lists/list-editions.ts'
import { countAtMost } from '#newsroom/desk-lists/list-editions.ts'
import { desk } from '#src/routes.ts'

import type { DeletedDraft } from '#newsroom/deleted-drafts/deleted-draft.ts'
import type { SavedView } from '#newsroom/desk-lists/list-views.ts'
import { DeletedNote } from '../deleted/bring-back-form.tsx'
import type { Choice, RegisterChoices, registerNames } from '../frame/register-names.ts'
import { RefusedNote } from '../frame/refused-form.tsx'
import { FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { Asked } from './asked-list.ts'
import { addressOf, isNarrowed } from './asked-list.ts'
import type { KeptChange } from './change-form.tsx'
import { ChangeForm } from './change-form.tsx'
import { EditionTable } from './edition-table.tsx'
import { ListFilters } from './list-filters.tsx'
import { ViewLinks, ViewsPanel } from './views-panel.tsx'

type Props = {
  list: ListedEditions & { count: number }
  asked: Asked
  /** The same with what was typed and no register knows, and what to say of that. */
  typed: Asked
  failure?: string
  nextHref: string | undefined
  previousHref: string | undefined
  names: ReturnType<typeof registerNames>
  choices: RegisterChoices
  members: Choice[]
  languages: string[]
  mayWrite: boolean
  views: SavedView[]
  mayShare: boolean
  /** Whether there are changes of many stories to find again. */
  hasChanges: boolean
  /** What this page is asked, its place in the list with it. */
  query: string
  kept: KeptChange | undefined
  /** The name of the change that this page may begin. */
  change: string
  /** What was deleted just now. */
  deleted: DeletedDraft | undefined
}

export function StoryListPage(props: Props): ReactNode {
  const { list, asked, nextHref, previousHref, choices, members, languages, mayWrite } = props
  const say = useWords()
  const words = say.lists
  const { lines } = list
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
      <DeletedNote draft={props.deleted} />
      <ViewLinks views={props.views} query={addressOf(asked)} />
      <RefusedNote />
      <FailureNote failure={props.failure} />
      <ListFilters asked={props.typed} choices={choices} members={members} languages={languages} />
      {lines.length > 0 ? <ListTable {...props} /> : <NoLines asked={asked} />}
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
      <ViewsPanel views={props.views} query={addressOf(asked)} mayShare={props.mayShare} />
      <p className="list-foot">
        <a href={desk.deletedDrafts}>{say.deleted.title}</a>
      </p>
      <p className="keys-hint">{say.list.keys}</p>
    </>
  )
}

/** The lines; whoever writes has them in a form, to tick and to change many at once. */
function ListTable({ list, names, choices, members, mayWrite, hasChanges, query, change, kept }: Props): ReactNode {
  const { stories, lists: words } = useWords()
  const { lines, count, order } = list
  const table = { lines, names, caption: stories, when: order === 'released' ? 'released' : 'saved' } as const
  const counted = <output className="help">{count > countAtMost ? words.countOver(countAtMost) : words.count(count)}</output>
  if (!mayWrite)
    return (
      <>
        {counted}
        <EditionTable {...table} />
      </>
    )
  return (
    <form method="post" action={desk.changes} data-ticks data-turbo="false">
      <div className="list-top">
        <label className="tick tick-all">
          <input type="checkbox" data-tick-all /> <span>{words.tickAll}</span>
        </label>
        {hasChanges ? <a href={desk.changes}>{words.change.recent}</a> : null}
        {counted}
      </div>
      <EditionTable {...table} isPicking ticked={kept?.ticked} />
      <ChangeForm change={change} query={query} count={count} choices={choices} members={members} kept={kept} />
    </form>
  )
}

function NoLines({ asked }: { asked: Asked }): ReactNode {
  const say = useWords()
  return (
    <p className="nothing">
      {asked.text ? say.list.nothingFor(asked.text) : isNarrowed(asked) ? say.list.nothing : say.home.begin}{' '}
      {isNarrowed(asked) ? <a href={desk.stories}>{say.list.all}</a> : null}
    </p>
  )
}
