import type { ReactNode } from 'react'

import { desk } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { Choice } from '../frame/register-names.ts'
import { useWords } from '../words/use-words.ts'

/** What was typed and refused. */
export type TypedStory = { headline: string; language: string; project: string; section: string }

type Props = {
  languages: string[]
  projects: Choice[]
  sections: Choice[]
  needsProject: boolean
  failure?: string
  typed?: TypedStory
}

/** The shortest way to a blank page: a language, and what the writer's rights ask for. */
export function NewStoryPage({ languages, projects, sections, needsProject, failure, typed }: Props): ReactNode {
  const say = useWords()
  const words = say.filing
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <p className="help">{words.help}</p>
      {failure ? (
        <p className="failure" role="alert">
          {failure}
        </p>
      ) : null}
      <form method="post" action={desk.stories} encType="multipart/form-data" className="fields">
        <label>
          <span>{words.headline}</span>
          <input name="headline" maxLength={500} autoComplete="off" defaultValue={typed?.headline} />
        </label>
        <label>
          <span>{words.language}</span>
          <select name="language" defaultValue={typed?.language}>
            {languages.map((language) => (
              <option key={language} value={language}>
                {ownName(language)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.project}</span>
          <select name="projects" required={needsProject} defaultValue={typed?.project}>
            {needsProject ? null : <option value="">{words.noProject}</option>}
            {projects.map((project) => (
              <option key={project.value} value={project.value}>
                {project.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.section}</span>
          <select name="section" defaultValue={typed?.section}>
            <option value="">{words.noSection}</option>
            {sections.map((section) => (
              <option key={section.value} value={section.value}>
                {section.name}
              </option>
            ))}
          </select>
        </label>
        <details open={failure !== undefined}>
          <summary>{words.orWord}</summary>
          <label>
            <span>{words.wordFile}</span>
            <input type="file" name="document" accept=".docx" />
          </label>
          <p className="help">{words.wordHelp}</p>
        </details>
        <button>{words.begin}</button>
      </form>
    </div>
  )
}
