import type { ReactNode } from 'react'

import { desk } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { Choice } from '../frame/register-names.ts'
import { RefusedNote, RefusedPart, useIsRefused } from '../frame/refused-form.tsx'
import { SaidChoice, SaidField } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'

type Props = {
  languages: string[]
  projects: Choice[]
  sections: Choice[]
  needsProject: boolean
}

/** The shortest way to a blank page: a language, and what the writer's rights ask for. */
export function NewStoryPage({ languages, projects, sections, needsProject }: Props): ReactNode {
  const say = useWords()
  const words = say.filing
  const spoken = languages.map((language) => ({ value: language, name: ownName(language) }))
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <p className="help">{words.help}</p>
      <RefusedNote />
      <form method="post" action={desk.stories} encType="multipart/form-data" className="fields">
        <RefusedPart form={desk.stories}>
          <SaidField name="headline" label={words.headline} maxLength={500} autoComplete="off" />
          <SaidChoice name="language" label={words.language} choices={spoken} />
          <SaidChoice
            name="projects"
            label={words.project}
            none={needsProject ? undefined : words.noProject}
            choices={projects}
            required={needsProject}
          />
          <SaidChoice name="section" label={words.section} none={words.noSection} choices={sections} />
          <details open={useIsRefused(desk.stories)}>
            <summary>{words.orWord}</summary>
            <SaidField name="document" type="file" label={words.wordFile} help={words.wordHelp} accept=".docx" />
          </details>
        </RefusedPart>
        <button>{words.begin}</button>
      </form>
    </div>
  )
}
