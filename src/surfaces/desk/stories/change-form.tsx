import type { ReactNode } from 'react'

import { changeKinds, storiesAtMost } from '#newsroom/desk-lists/story-change.ts'
import type { RegisterName } from '#newsroom/entries/field.ts'

import { Faults } from '../frame/faults.tsx'
import { PickEntry } from '../frame/pick-entry.tsx'
import type { Choice, RegisterChoices } from '../frame/register-names.ts'
import { SaidChoice, SaidField } from '../frame/said-field.tsx'
import { FailureNote } from '../sign-in/failure-note.tsx'
import type { ShownFault } from '../words/faults-in-words.ts'
import { useWords } from '../words/use-words.ts'
import type { ChangeKind } from './form-change.ts'
import { fieldOf, nothing } from './form-change.ts'

/** What was sent and comes back with its page: what was chosen, which stories were ticked, and why nothing was done. */
export type KeptChange = {
  said: ReadonlyMap<string, string>
  ticked: ReadonlySet<string>
  failure?: string
  faults?: readonly ShownFault[]
}

type Props = { change: string; query: string; count: number; choices: RegisterChoices; members: Choice[]; kept: KeptChange | undefined }

/** What to do with the rows that are ticked, or with all that match: beneath the list, in the form that it stands in; at hand while something is ticked. */
export function ChangeForm({ change, query, count, choices, members, kept }: Props): ReactNode {
  const { failures, lists } = useWords()
  const words = lists.change
  const all = Math.min(count, storiesAtMost)
  const said = (name: string) => kept?.said.get(name)
  const kinds = changeKinds.map((kind) => ({ value: kind, name: words.kinds[kind] }))
  const which = [
    { value: 'ticked', name: words.ticked },
    { value: 'all', name: count > all ? words.first(all) : words.all(all) },
  ]
  return (
    <div className="change-many">
      <output data-ticked />
      <details open={kept !== undefined}>
        <summary>{words.title}</summary>
        <input type="hidden" name="id" value={change} />
        <input type="hidden" name="query" value={query} />
        <Faults value={kept?.faults ?? []}>
          <FailureNote failure={kept?.failure} lead={failures.notDone} />
          <div className="change-row">
            <SaidChoice name="which" label={words.which} choices={which} chosen={said('which') ?? 'ticked'} />
            <SaidChoice
              name="do"
              label={words.what}
              none={words.choose}
              choices={kinds}
              chosen={said('do') ?? ''}
              isFocused={kept !== undefined && !kept.faults?.length}
            />
            {changeKinds.map((kind) => (
              <div key={kind} className={`change-with with-${kind.replace(' ', '-')}`}>
                <With kind={kind} choices={choices} members={members} said={said} />
              </div>
            ))}
            <button>{words.do}</button>
          </div>
        </Faults>
        <p className="help">{words.rules}</p>
      </details>
    </div>
  )
}

const registerOf = {
  'add project': 'projects',
  'remove project': 'projects',
  'add topic': 'topics',
  'remove topic': 'topics',
} satisfies Partial<Record<ChangeKind, RegisterName>>

type WithProps = { kind: ChangeKind; choices: RegisterChoices; members: Choice[]; said(name: string): string | undefined }

/** With what a kind of change is made. */
function With({ kind, choices, members, said }: WithProps): ReactNode {
  const say = useWords()
  const words = say.lists.change
  const name = fieldOf(kind)
  const none = { value: nothing, name: words.choose }
  if (kind === 'section') {
    const sections = [none, { value: '', name: say.writing.none }, ...choices.sections]
    return <SaidChoice name={name} label={words.withs.section} choices={sections} chosen={said(name) ?? nothing} />
  }
  if (kind === 'assign')
    return (
      <>
        <SaidChoice name={name} label={say.assignments.who} choices={[none, ...members]} chosen={said(name) ?? nothing} />
        <SaidField name="task" label={say.assignments.task} value={said('task')} maxLength={300} dir="auto" />
        <SaidField name="dueOn" type="date" label={say.assignments.due} value={said('dueOn')} />
      </>
    )
  const register = registerOf[kind]
  return (
    <PickEntry
      register={register}
      name={name}
      label={words.withs[kind]}
      none={words.choose}
      chosen={said(name) ?? null}
      choices={choices[register]}
    />
  )
}
