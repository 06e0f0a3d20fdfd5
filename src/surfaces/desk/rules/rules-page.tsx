import type { ReactNode } from 'react'

import { checkLevels, checkNames } from '#newsroom/checks/finding.ts'
import type { CheckLevels } from '#newsroom/checks/finding.ts'
import { desk } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { useFault } from '../frame/faults.tsx'
import { RefusedNote } from '../frame/refused-form.tsx'
import { SaidGroup } from '../frame/said-field.tsx'
import type { Choice } from '../frame/register-names.ts'
import { FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import { Tick } from './tick.tsx'
import type { ShownRule, VisibilityDraft } from './visibility-draft.ts'
import { VisibilityForms } from './visibility-form.tsx'

/** The rules as the form shows them: as they are, or as they were typed. */
export type RulesDraft = {
  /** The version that it was made from. */
  madeFrom: number
  levels: CheckLevels
  style: { language: string; lines: string }[]
  sections: string[]
  withoutSection: boolean
}

type Props = {
  rules: RulesDraft
  sections: Choice[]
  visibility: ShownRule[]
  /** One that could not be saved, as it was typed. */
  typed?: VisibilityDraft
  /** The rule whose form stands open. */
  openRule?: string | undefined
  funders: Choice[]
  projects: Choice[]
  languages: string[]
  isSaved: boolean
  failure?: string
}

/** What the house asks of a text before readers have it. */
export function RulesPage({ rules, sections, isSaved, failure, ...visibility }: Props): ReactNode {
  const say = useWords()
  const words = say.houseRules
  return (
    <div className="narrow">
      <h1>{say.rules}</h1>
      <p className="help">{words.lead}</p>
      <RefusedNote />
      <FailureNote failure={failure} />
      {isSaved ? <output className="made">{words.saved}</output> : null}
      <form method="post" action={desk.rules} className="fields house-rules">
        <input type="hidden" name="madeFrom" value={rules.madeFrom} />
        <Levels levels={rules.levels} />
        <SecondPair rules={rules} sections={sections} />
        <HouseStyle style={rules.style} />
        <button>{words.save}</button>
      </form>
      <section aria-labelledby="funders-title" id="funders">
        <h2 id="funders-title">{words.funders}</h2>
        <p className="help">{words.fundersHelp}</p>
        <VisibilityForms {...visibility} />
      </section>
    </div>
  )
}

function Levels({ levels }: { levels: CheckLevels }): ReactNode {
  const say = useWords()
  return (
    <fieldset>
      <legend>{say.houseRules.checks}</legend>
      {checkNames.map((check) => (
        <label key={check} className="rule-level">
          <span>{say.checks.names[check]}</span>
          <select name={`level ${check}`} defaultValue={levels[check]}>
            {checkLevels.map((level) => (
              <option key={level} value={level}>
                {say.checks.levels[level]}
              </option>
            ))}
          </select>
          <span className="help">{say.checks.about[check]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function SecondPair({ rules, sections }: { rules: RulesDraft; sections: Choice[] }): ReactNode {
  const words = useWords().houseRules
  return (
    <SaidGroup name="secondPair" legend={<legend>{words.secondPair}</legend>}>
      <p className="help">{words.secondPairHelp}</p>
      {sections.map(({ value, name }) => (
        <Tick key={value} name="secondPair" value={value} label={name} isTicked={rules.sections.includes(value)} />
      ))}
      <Tick name="secondPairWithout" value="yes" label={words.withoutSection} isTicked={rules.withoutSection} />
    </SaidGroup>
  )
}

function HouseStyle({ style }: { style: RulesDraft['style'] }): ReactNode {
  const words = useWords().houseRules
  return (
    <fieldset>
      <legend>{words.style}</legend>
      <p className="help" id="style-help">
        {words.styleHelp}
      </p>
      {style.map((of) => (
        <StyleIn key={of.language} {...of} />
      ))}
    </fieldset>
  )
}

function StyleIn({ language, lines }: RulesDraft['style'][number]): ReactNode {
  const { marks, note } = useFault(`style ${language}`, { help: 'style-help' })
  return (
    <label>
      <span lang={language}>{ownName(language)}</span>
      <textarea
        name={`style ${language}`}
        rows={6}
        lang={language}
        dir={directionOf(language)}
        defaultValue={lines}
        placeholder={useWords().houseRules.styleExample}
        spellCheck={false}
        {...marks}
      />
      {note}
    </label>
  )
}
