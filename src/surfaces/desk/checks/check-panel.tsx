import type { ReactNode } from 'react'

import type { Finding } from '#newsroom/checks/finding.ts'
import { directionOf } from '#surfaces/ui/in-words.ts'

import { useWords } from '../words/use-words.ts'
import { findingInWords, markedFindings } from './finding-in-words.ts'

type Props = {
  findings: Finding[]
  language: string
  /** The address of the text, on other pages than its own: findings lead there. */
  textHref?: string
}

/** What the house's checks find in a text: what blocks its release first, each with its place in the text. */
export function CheckPanel({ findings, language, textHref }: Props): ReactNode {
  const say = useWords()
  const words = say.checks
  const isBlocked = findings.some(({ level }) => level === 'block')
  return (
    <section
      className="panel checks"
      aria-labelledby="checks-title"
      data-findings={textHref === undefined ? jsonOf(findings, say) : undefined}
    >
      <h2 id="checks-title">
        {words.title}
        {findings.length > 0 ? <span className="count"> {findings.length}</span> : null}
      </h2>
      {findings.length === 0 ? <p className="help">{words.fine}</p> : null}
      {isBlocked && textHref !== undefined ? <p className="failure">{words.mustMend}</p> : null}
      {findings.length > 0 ? (
        <ul className="findings">
          {findings.map((finding) => (
            <FindingLine key={finding.id} {...{ finding, language, textHref }} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const jsonOf = (findings: Finding[], say: ReturnType<typeof useWords>): string => JSON.stringify(markedFindings(findings, say))

/** Where without script a finding leads on the page of its text. */
const anchors = { headline: '#headline', summary: '#summary', body: '#text-label', projects: '#projects' } as const

type LineProps = { finding: Finding; language: string; textHref: string | undefined }

function FindingLine({ finding, language, textHref }: LineProps): ReactNode {
  const say = useWords()
  const { id, level, field, place } = finding
  const anchor = `check-${id}`
  return (
    <li id={textHref === undefined ? anchor : undefined} data-level={level}>
      <p id={`${anchor}-said`}>
        <strong>{level === 'block' ? say.checks.blocks : say.checks.warns}.</strong> {findingInWords(finding, say)}
      </p>
      {place ? (
        <p className="line-about">
          <q lang={language} dir={directionOf(language)}>
            {shortened(place.prefix, -16)}
            <mark>{place.exact}</mark>
            {shortened(place.suffix, 16)}
          </q>
        </p>
      ) : null}
      <a
        href={textHref === undefined ? anchors[field] : `${textHref}#${anchor}`}
        data-show-finding={id}
        aria-describedby={`${anchor}-said`}
      >
        {say.checks.show}
      </a>
    </li>
  )
}

/** A few characters before (negative) or after a place, cut at a word. */
function shortened(text: string, length: number): string {
  const oneLine = text.replace(/\s+/g, ' ')
  if (oneLine.length <= Math.abs(length)) return oneLine
  return length < 0 ? `…${oneLine.slice(length).replace(/^\S*/u, '')}` : `${oneLine.slice(0, length).replace(/\S*$/u, '')}…`
}
