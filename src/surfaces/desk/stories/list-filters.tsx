import type { ReactNode } from 'react'

import { listOrders } from '#newsroom/desk-lists/list-query.ts'
import { editionStates } from '#newsroom/stories/story.ts'
import { desk } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { Choice, RegisterChoices } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'
import type { Asked } from './asked-list.ts'
import { noSection } from './asked-list.ts'

type Props = { asked: Asked; choices: RegisterChoices; members: Choice[]; languages: string[] }

const rarely = ['place', 'topic', 'person', 'organisation', 'assignee', 'author', 'from', 'until', 'stale', 'order'] as const

/** What narrows the list: words and the filters that are used every day, and the others folded away until one is used. */
export function ListFilters({ asked, choices, members, languages }: Props): ReactNode {
  const say = useWords()
  const words = say.lists
  const select = (name: keyof Asked, label: string, any: string, all: Choice[]) => (
    <Select name={name} label={label} any={any} chosen={asked[name]} choices={all} />
  )
  return (
    <form className="filters list-filters" action={desk.stories}>
      <label>
        <span>{words.search}</span>
        <input type="search" name="text" defaultValue={asked.text} data-search maxLength={200} />
      </label>
      {select(
        'state',
        say.list.state,
        say.list.anyState,
        editionStates.map((state) => ({ value: state, name: say.states[state] })),
      )}
      {languages.length > 1 ? select('language', say.list.language, say.list.anyLanguage, languages.map(languageChoice)) : null}
      {select('section', say.writing.section, say.list.anySection, [{ value: noSection, name: words.noSection }, ...choices.sections])}
      {select('project', words.project, words.anyProject, choices.projects)}
      <Tick name="own" label={say.list.onlyOwn} isTicked={asked.own !== ''} />
      <button className="quiet">{say.list.show}</button>
      <details open={rarely.some((name) => asked[name] !== '')}>
        <summary>{words.more}</summary>
        <div className="filters">
          {select('place', words.place, words.anyPlace, choices.places)}
          {select('topic', words.topic, words.anyTopic, choices.topics)}
          {select('person', words.person, words.anyPerson, choices.people)}
          {select('organisation', words.organisation, words.anyOrganisation, choices.organisations)}
          {select('assignee', words.assignee, words.anyone, members)}
          {select('author', words.author, words.anyone, members)}
          <Day name="from" label={words.from} value={asked.from} />
          <Day name="until" label={words.until} value={asked.until} />
          {select(
            'order',
            words.order,
            words.orders.any,
            listOrders.map((order) => ({ value: order, name: words.orders[order] })),
          )}
          {languages.length > 1 ? <Tick name="stale" label={words.stale} isTicked={asked.stale !== ''} /> : null}
        </div>
      </details>
    </form>
  )
}

function Select(of: { name: string; label: string; any: string; chosen: string; choices: Choice[] }): ReactNode {
  return (
    <label>
      <span>{of.label}</span>
      <select name={of.name} defaultValue={of.chosen}>
        <option value="">{of.any}</option>
        {of.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Tick({ name, label, isTicked }: { name: string; label: string; isTicked: boolean }): ReactNode {
  return (
    <label className="tick">
      <input type="checkbox" name={name} value="yes" defaultChecked={isTicked} /> <span>{label}</span>
    </label>
  )
}

function Day({ name, label, value }: { name: string; label: string; value: string }): ReactNode {
  return (
    <label>
      <span>{label}</span>
      <input type="date" name={name} defaultValue={value} />
    </label>
  )
}

const languageChoice = (language: string): Choice => ({ value: language, name: ownName(language) })
