import type { ReactNode } from 'react'

import { statementPlaces } from '#newsroom/visibility/visibility-rule.ts'
import { desk, link } from '#src/routes.ts'

import { Faults, useFault } from '../frame/faults.tsx'
import { PickEntry } from '../frame/pick-entry.tsx'
import type { Choice } from '../frame/register-names.ts'
import { TextInLanguages } from '../frame/text-in-languages.tsx'
import { useWords } from '../words/use-words.ts'
import { TextField } from '../writing/fields.tsx'
import { EmblemForms } from './emblem-forms.tsx'
import { Tick } from './tick.tsx'
import type { ShownRule, VisibilityDraft } from './visibility-draft.ts'
import { emptyDraft } from './visibility-draft.ts'

type Registers = { funders: Choice[]; projects: Choice[]; languages: string[] }
type Props = Registers & { visibility: ShownRule[]; typed?: VisibilityDraft; openRule?: string | undefined }

/** What each funder wants said, and one more; what could not be saved stands open as it was typed. */
export function VisibilityForms({ visibility, typed, openRule, ...registers }: Props): ReactNode {
  const words = useWords().houseRules
  // Each of them has the registers in it.
  const forms = { ...registers, copies: visibility.length + 1 }
  const nameIn = (choices: Choice[], value: string) => choices.find((choice) => choice.value === value)?.name
  return (
    <>
      {visibility.length === 0 ? <p>{words.noFunders}</p> : null}
      {visibility.map(({ draft: rule, emblems }) => (
        <details key={rule.id} id={`rule-${rule.id}`} open={rule.id === (typed?.id ?? openRule)}>
          <summary>
            {nameIn(registers.funders, rule.funder) ?? words.funder}
            {' · '}
            {nameIn(registers.projects, rule.project) ?? words.everyProject}
            {rule.from || rule.until ? ` · ${rule.from}–${rule.until}` : null}
          </summary>
          {typed?.id === rule.id ? <VisibilityForm draft={typed} {...forms} /> : <AsItIs draft={rule} {...forms} />}
          <EmblemForms rule={rule.id} emblems={emblems} languages={registers.languages} />
          <RemoveForm rule={rule.id} />
        </details>
      ))}
      <details id="rule-new" open={typed?.id === null}>
        <summary>{words.add}</summary>
        {typed?.id === null ? <VisibilityForm draft={typed} {...forms} /> : <AsItIs draft={emptyDraft} {...forms} />}
      </details>
    </>
  )
}

/** A form in which nothing was typed has no faults, whatever those of another are. */
const AsItIs = (props: FormProps): ReactNode => (
  <Faults value={[]}>
    <VisibilityForm {...props} />
  </Faults>
)

type FormProps = Registers & { draft: VisibilityDraft; copies: number }

function VisibilityForm({ draft, funders, projects, languages, copies }: FormProps): ReactNode {
  const words = useWords().houseRules
  const { marks, note } = useFault('places')
  const said = { languages, longest: 5000, rows: 2 }
  const action = draft.id === null ? desk.visibilityRules : link(desk.visibilityRule, { rule: draft.id })
  return (
    <form method="post" action={action} className="fields">
      {draft.id === null ? null : <input type="hidden" name="madeFrom" value={draft.madeFrom} />}
      <PickEntry
        {...{ register: 'organisations', name: 'funder', label: words.funder, none: words.chooseFunder, copies }}
        choices={funders}
        chosen={draft.funder}
      />
      <PickEntry
        {...{ register: 'projects', name: 'project', label: words.project, none: words.everyProject, copies }}
        choices={projects}
        chosen={draft.project}
      />
      <TextInLanguages name="statement" legend={words.statementAny} texts={draft.statement} {...said} />
      <TextInLanguages name="disclaimer" legend={words.disclaimerAny} texts={draft.disclaimer} {...said} />
      <fieldset tabIndex={note ? -1 : undefined} {...marks}>
        <legend>{words.places}</legend>
        {note}
        {statementPlaces.map((place) => (
          <Tick key={place} name="places" value={place} label={words.placeNames[place]} isTicked={draft.places.includes(place)} />
        ))}
      </fieldset>
      <div className="pair">
        <TextField name="from" type="date" label={words.from} value={draft.from} />
        <TextField name="until" type="date" label={words.until} value={draft.until} />
      </div>
      <button className="quiet">{words.saveStatement}</button>
    </form>
  )
}

function RemoveForm({ rule }: { rule: string }): ReactNode {
  const words = useWords().houseRules
  return (
    <form method="post" action={link(desk.visibilityRuleOff, { rule })} className="fields">
      <p className="help">{words.removeHelp}</p>
      <button className="quiet">{words.remove}</button>
    </form>
  )
}
