import type { ReactNode } from 'react'

import { changeKinds, storiesAtMost } from '#newsroom/desk-lists/story-change.ts'

import { Choice } from '../frame/choice.tsx'
import type { Choice as Chosen, RegisterChoices } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'
import { fieldOf } from './form-change.ts'

type Props = { change: string; query: string; count: number; isMore: boolean; choices: RegisterChoices; members: Chosen[] }

/** What to do with the rows that are ticked, or with all that match: beneath the list, in the form that it stands in. */
export function ChangeForm({ change, query, count, isMore, choices, members }: Props): ReactNode {
  const say = useWords()
  const words = say.lists.change
  const all = Math.min(count, storiesAtMost)
  const choicesOf = {
    section: [{ value: '', name: say.writing.none }, ...choices.sections],
    'add project': choices.projects,
    'remove project': choices.projects,
    'add topic': choices.topics,
    'remove topic': choices.topics,
    assign: members,
  }
  return (
    <details className="panel change-many">
      <summary>{words.title}</summary>
      <div className="fields">
        <input type="hidden" name="id" value={change} />
        <input type="hidden" name="query" value={query} />
        <fieldset className="options">
          <legend>{words.which}</legend>
          <Choice name="which" value="ticked" label={words.ticked} means={words.tickedMeans} isChosen />
          <Choice
            name="which"
            value="all"
            label={count > all ? words.first(all) : words.all(all)}
            means={isMore ? words.allMeans : words.allHere}
            isChosen={false}
          />
        </fieldset>
        <fieldset className="options">
          <legend>{words.what}</legend>
          {changeKinds.map((kind) => (
            <Choice key={kind} name="do" value={kind} label={words.kinds[kind]} means={words.means[kind]} isChosen={false}>
              <Select name={fieldOf(kind)} label={kind === 'assign' ? say.assignments.who : words.kinds[kind]} choices={choicesOf[kind]} />
              {kind === 'assign' ? <Task /> : null}
            </Choice>
          ))}
        </fieldset>
        <p className="help">{words.rules}</p>
        <button>{words.do}</button>
      </div>
    </details>
  )
}

// No id, so that nothing is done where nothing was chosen.
const nothing = '?'

function Select({ name, label, choices }: { name: string; label: string; choices: Chosen[] }): ReactNode {
  const words = useWords().lists.change
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={nothing}>
        <option value={nothing}>{words.choose}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Task(): ReactNode {
  const words = useWords().assignments
  return (
    <>
      <label>
        <span>{words.task}</span>
        <input name="task" maxLength={300} dir="auto" />
      </label>
      <label>
        <span>{words.due}</span>
        <input name="dueOn" type="date" />
      </label>
    </>
  )
}
