import type { ReactNode } from 'react'

import type { SavedView } from '#newsroom/desk-lists/list-views.ts'
import { desk, link } from '#src/routes.ts'

import { RefusedPart, useIsRefused, useTyped } from '../frame/refused-form.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { Tick } from '../rules/tick.tsx'
import { useWords } from '../words/use-words.ts'

/** The views that one has, each a link, before the list. */
export function ViewLinks({ views, query }: { views: SavedView[]; query: string }): ReactNode {
  const words = useWords().lists.views
  if (views.length === 0) return null
  return (
    <nav className="view-links" aria-label={words.title}>
      {views.map((view) => (
        <a key={view.id} href={`${desk.stories}?${view.query}`} aria-current={view.query === query ? 'page' : undefined}>
          {view.name}
        </a>
      ))}
    </nav>
  )
}

type Props = { views: SavedView[]; query: string; mayShare: boolean }

/** Keeping what is asked now under a name, and removing what was kept. */
export function ViewsPanel({ views, query, mayShare }: Props): ReactNode {
  const words = useWords().lists.views
  const isRefused = useIsRefused(desk.views)
  const removable = views.filter(({ mayRemove }) => mayRemove)
  if (query === '' && removable.length === 0) return null
  return (
    <details className="panel" open={isRefused}>
      <summary>{words.keep}</summary>
      {query === '' ? null : (
        <form method="post" action={desk.views} className="fields">
          <input type="hidden" name="query" value={query} />
          <RefusedPart form={desk.views}>
            <SaidField name="name" label={words.name} required maxLength={60} dir="auto" autoComplete="off" />
            {mayShare ? <Shared /> : null}
          </RefusedPart>
          <button className="quiet">{words.save}</button>
        </form>
      )}
      <ul className="view-list">
        {removable.map((view) => (
          <li key={view.id}>
            <p>
              <a href={`${desk.stories}?${view.query}`}>{view.name}</a>
              {view.isShared ? <span className="line-about"> {words.sharedBy(view.by)}</span> : null}
            </p>
            <form method="post" action={link(desk.viewOff, { view: view.id })}>
              <button className="quiet">{words.remove(view.name)}</button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Shared(): ReactNode {
  return <Tick name="shared" value="yes" label={useWords().lists.views.share} isTicked={useTyped('shared', '') !== ''} />
}
