import type { ReactNode } from 'react'

import type { MatrixRow } from '#newsroom/translations/list-translations.ts'
import { desk } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { PageLinks } from '../frame/page-links.tsx'
import { RefusedNote, RefusedPart } from '../frame/refused-form.tsx'
import type { Choice } from '../frame/register-names.ts'
import { SaidChoice } from '../frame/said-field.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'
import { MatrixCellView } from './matrix-cell.tsx'

export type AskedMatrix = {
  released: string
  behind: string
  how: 'stale' | 'missing' | 'either'
  section: string
  project: string
  owner: string
}

type Props = {
  rows: MatrixRow[]
  asked: AskedMatrix
  languages: string[]
  sections: Choice[]
  projects: Choice[]
  /** The names of those who work here. */
  members: string[]
  olderHref: string | undefined
  firstHref: string | undefined
  mayWrite: boolean
  timeZone: string
}

/** Stories by language: who has which edition, where it stands, and what is stale in it, in words. */
export function MatrixPage({
  rows,
  asked,
  languages,
  sections,
  projects,
  members,
  olderHref,
  firstHref,
  mayWrite,
  timeZone,
}: Props): ReactNode {
  const say = useWords()
  const words = say.translations
  return (
    <>
      <div className="desk-head">
        <h1>{words.title}</h1>
      </div>
      <RefusedNote />
      <p className="help lead-in">{words.lead}</p>
      <Filters {...{ asked, languages, sections, projects, members }} />
      {rows.length === 0 ? <p className="nothing">{say.list.nothing}</p> : null}
      {rows.length > 0 ? (
        <form action={desk.translationFiles} className="matrix-form" data-turbo="false">
          <div className="matrix-box">
            <table className="matrix" data-lines>
              <caption className="unseen">{words.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.story}</th>
                  {languages.map((language) => (
                    <th key={language} scope="col" lang={language}>
                      {ownName(language)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.story} {...{ row, languages, mayWrite, timeZone }} />
                ))}
              </tbody>
            </table>
          </div>
          <button className="quiet">{words.chosenOut}</button>
        </form>
      ) : null}
      <PageLinks label={words.title} firstHref={firstHref} nextHref={olderHref} />
      {mayWrite ? <FileIn /> : null}
    </>
  )
}

function Row({ row, languages, mayWrite, timeZone }: { row: MatrixRow } & Pick<Props, 'languages' | 'mayWrite' | 'timeZone'>): ReactNode {
  const say = useWords()
  // Named after the edition that the others were made from, as far as the member may read it; of several, the newsroom's first language.
  const readable = languages.flatMap((language) => row.cells.filter((cell) => cell.mayRead && cell.language === language))
  const named = readable.find(({ source }) => source === null) ?? readable[0]
  return (
    <tr>
      <th scope="row">
        <span lang={named?.language} dir={named ? directionOf(named.language) : undefined}>
          {named?.headline || say.untitled}
        </span>
      </th>
      {languages.map((language) => (
        <td key={language}>
          <span className="matrix-language" aria-hidden="true">
            {ownName(language)}
          </span>
          <MatrixCellView
            cell={row.cells.find((cell) => cell.language === language)}
            origin={named}
            language={language}
            mayWrite={mayWrite}
            timeZone={timeZone}
          />
        </td>
      ))}
    </tr>
  )
}

type FilterProps = Pick<Props, 'asked' | 'languages' | 'sections' | 'projects' | 'members'>

function Filters({ asked, languages, sections, projects, members }: FilterProps): ReactNode {
  const say = useWords()
  const words = say.translations
  const byName = languages.map((value) => ({ value, name: ownName(value) }))
  const hows = (['either', 'stale', 'missing'] as const).map((value) => ({ value, name: words.hows[value] }))
  return (
    <form className="filters" action={desk.translations}>
      <SaidChoice name="released" label={words.releasedIn} none={words.anyLanguage} chosen={asked.released} choices={byName} />
      <SaidChoice name="behind" label={words.behindIn} none={words.anyLanguage} chosen={asked.behind} choices={byName} />
      <SaidChoice name="how" label={words.how} chosen={asked.how} choices={hows} />
      <SaidChoice name="section" label={say.writing.section} none={say.list.anySection} chosen={asked.section} choices={sections} />
      <SaidChoice name="project" label={words.project} none={words.anyProject} chosen={asked.project} choices={projects} />
      <label>
        <span>{words.owner}</span>
        <input name="owner" defaultValue={asked.owner} maxLength={200} dir="auto" list="owners" />
      </label>
      <datalist id="owners">
        {members.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      <button className="quiet">{say.list.show}</button>
    </form>
  )
}

function FileIn(): ReactNode {
  const words = useWords().translations
  return (
    <section className="part" aria-labelledby="file-in">
      <h2 id="file-in">{words.fileIn}</h2>
      <form method="post" action={desk.translationFiles} encType="multipart/form-data" className="fields" data-turbo="false">
        <p className="help">{words.fileInHelp}</p>
        <RefusedPart form={desk.translationFiles}>
          <SaidField name="file" type="file" label={words.chooseFile} accept=".xlf,.xliff,application/xliff+xml" required />
        </RefusedPart>
        <button className="quiet">{words.look}</button>
      </form>
    </section>
  )
}
