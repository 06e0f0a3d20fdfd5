import type { ReactNode } from 'react'

import { changeKinds, storiesAtMost } from '#newsroom/desk-lists/story-change.ts'
import type { RegisterName } from '#newsroom/entries/field.ts'

import { Choice } from '../frame/choice.tsx'
import { PickEntry } from '../frame/pick-entry.tsx'
import type { Choice as Chosen, RegisterChoices } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'
import { fieldOf } from './form-change.ts'

type Props = { change: string; query: string; count: number; isMore: boolean; choices: RegisterChoices; members: Chosen[] }

/** What to do with the rows that are ticked, or with all that match: beneath the list, in the form that it stands in; at hand while something is ticked. */
export function ChangeForm({ change, query, count, isMore, choices, members }: Props): ReactNode {
  const words = useWords().lists.change
  const all = Math.min(count, storiesAtMost)
  return (
    <div className="change-many">
      <output data-ticked />
      <details>
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
                <With kind={kind} choices={choices} members={members} />
              </Choice>
            ))}
          </fieldset>
          <p className="help">{words.rules}</p>
          <button>{words.do}</button>
        </div>
      </details>
    </div>
  )
}

const registerOf = {
  'add project': 'projects',
  'remove project': 'projects',
  'add topic': 'topics',
  'remove topic': 'topics',
} satisfies Partial<Record<(typeof changeKinds)[number], RegisterName>>

/** With what a kind of change is made. */
function With({ kind, choices, members }: { kind: (typeof changeKinds)[number]; choices: RegisterChoices; members: Chosen[] }): ReactNode {
  const say = useWords()
  const words = say.lists.change
  if (kind === 'section') {
    const sections = [{ value: '', name: say.writing.none }, ...choices.sections]
    return <Select name={fieldOf(kind)} label={words.kinds[kind]} choices={sections} />
  }
  if (kind !== 'assign') {
    const register = registerOf[kind]
    return (
      <PickEntry
        register={register}
        name={fieldOf(kind)}
        label={words.kinds[kind]}
        none={words.choose}
        chosen={null}
        choices={choices[register]}
      />
    )
  }
  return (
    <>
      <Select name={fieldOf(kind)} label={say.assignments.who} choices={members} />
      <Task />
    </>
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
