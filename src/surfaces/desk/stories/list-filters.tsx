import type { ReactNode } from 'react'

import { listOrders } from '#newsroom/desk-lists/list-query.ts'
import { noSection } from '#newsroom/desk-lists/view-query.ts'
import type { RegisterName } from '#newsroom/entries/field.ts'
import { editionStates } from '#newsroom/stories/story.ts'
import { desk } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import { PickEntry } from '../frame/pick-entry.tsx'
import type { Choice, RegisterChoices } from '../frame/register-names.ts'
import { SaidChoice } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'
import type { Asked } from './asked-list.ts'
import { countFilters, isNarrowed } from './asked-list.ts'

type Props = { asked: Asked; choices: RegisterChoices; members: Choice[]; languages: string[] }

const rarely = ['place', 'topic', 'person', 'organisation', 'assignee', 'author', 'from', 'until', 'stale', 'order'] as const

/** What narrows the list: words, and the filters, which a phone folds away; those that are used rarely are folded away until one is used. */
export function ListFilters(props: Props): ReactNode {
  const say = useWords()
  const words = say.lists
  const { asked } = props
  const count = countFilters(asked)
  return (
    <form className="filters list-filters" action={desk.stories}>
      <label>
        <span>{words.search}</span>
        <input type="search" name="text" defaultValue={asked.text} data-search maxLength={200} />
      </label>
      <details className="fold">
        <summary>
          {words.filters}
          {count > 0 ? <b>{words.filtersOn(count)}</b> : null}
        </summary>
        <div className="filter-set">
          <OftenUsed {...props} />
          <details className="more" open={rarely.some((name) => asked[name] !== '')}>
            <summary>{words.more}</summary>
            <div className="filter-set">
              <RarelyUsed {...props} />
            </div>
          </details>
        </div>
      </details>
      <button className="quiet">{say.list.show}</button>
      {isNarrowed(asked) ? <a href={desk.stories}>{words.clear}</a> : null}
    </form>
  )
}

function OftenUsed({ asked, choices, languages }: Props): ReactNode {
  const say = useWords()
  const words = say.lists
  const states = editionStates.map((state) => ({ value: state, name: say.states[state] }))
  const sections = [{ value: noSection, name: words.noSection }, ...choices.sections]
  return (
    <>
      <SaidChoice name="state" label={say.list.state} none={say.list.anyState} chosen={asked.state} choices={states} />
      {languages.length > 1 ? (
        <SaidChoice
          name="language"
          label={say.list.language}
          none={say.list.anyLanguage}
          chosen={asked.language}
          choices={languages.map(languageChoice)}
        />
      ) : null}
      <Entry
        {...{ asked, name: 'section', register: 'sections' }}
        label={say.writing.section}
        any={say.list.anySection}
        choices={sections}
      />
      <Entry
        {...{ asked, name: 'project', register: 'projects' }}
        label={words.project}
        any={words.anyProject}
        choices={choices.projects}
      />
      <Tick name="own" label={say.list.onlyOwn} isTicked={asked.own !== ''} />
    </>
  )
}

function RarelyUsed({ asked, choices, members, languages }: Props): ReactNode {
  const words = useWords().lists
  const orders = listOrders.map((order) => ({ value: order, name: words.orders[order] }))
  return (
    <>
      <Entry {...{ asked, name: 'place', register: 'places' }} label={words.place} any={words.anyPlace} choices={choices.places} />
      <Entry {...{ asked, name: 'topic', register: 'topics' }} label={words.topic} any={words.anyTopic} choices={choices.topics} />
      <Entry {...{ asked, name: 'person', register: 'people' }} label={words.person} any={words.anyPerson} choices={choices.people} />
      <Entry
        {...{ asked, name: 'organisation', register: 'organisations' }}
        label={words.organisation}
        any={words.anyOrganisation}
        choices={choices.organisations}
      />
      <SaidChoice name="assignee" label={words.assignee} none={words.anyone} chosen={asked.assignee} choices={members} />
      <SaidChoice name="author" label={words.author} none={words.anyone} chosen={asked.author} choices={members} />
      <Day name="from" label={words.from} value={asked.from} />
      <Day name="until" label={words.until} value={asked.until} />
      <SaidChoice name="order" label={words.order} none={words.orders.any} chosen={asked.order} choices={orders} />
      {languages.length > 1 ? <Tick name="stale" label={words.stale} isTicked={asked.stale !== ''} /> : null}
    </>
  )
}

type EntryProps = { asked: Asked; name: keyof Asked; register: RegisterName; label: string; any: string; choices: Choice[] }

function Entry({ asked, name, register, label, any, choices }: EntryProps): ReactNode {
  return <PickEntry register={register} name={name} label={label} none={any} chosen={asked[name]} choices={choices} />
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
