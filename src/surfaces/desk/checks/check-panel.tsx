import type { ReactNode } from 'react'

import type { Finding } from '#newsroom/checks/finding.ts'
import type { Mend } from '#newsroom/stories/mend-text.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf } from '#surfaces/ui/in-words.ts'

import { useWords } from '../words/use-words.ts'
import { findingInWords, markedFindings } from './finding-in-words.ts'
import type { Wanted } from './without-empty.ts'

type Props = {
  findings: Finding[]
  edition: string
  language: string
  /** The address of the text, on other pages than its own: findings lead there. */
  textHref?: string
  /** The form of the text, on its own page, for whoever may write it: what has a better word is replaced there. */
  form?: string | undefined
  /** What is still empty where nobody has written yet: no fault, but wanted before a release. */
  wanted?: Wanted[]
}

/** What the house's checks find in a text: what blocks its release first, each with its place in the text. */
export function CheckPanel({ findings, edition, language, textHref, form, wanted = [] }: Props): ReactNode {
  const say = useWords()
  const words = say.checks
  const isBlocked = findings.some(({ level }) => level === 'block')
  const alike = form === undefined ? undefined : Map.groupBy(findings.filter(hasBetter), nameOf)
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
      {wanted.length > 0 ? (
        <p className="help">
          {words.wanted(new Intl.ListFormat(say.language, { type: 'unit' }).format(wanted.map((part) => words.parts[part])))}
        </p>
      ) : findings.length === 0 ? (
        <p className="help">{words.fine}</p>
      ) : null}
      {isBlocked && textHref !== undefined ? <p className="failure">{words.mustMend}</p> : null}
      {findings.length > 0 ? (
        <ul className="findings">
          {findings.map((finding) => (
            <FindingLine key={finding.id} {...{ finding, edition, language, textHref, form }} alike={alike?.get(nameOf(finding)) ?? []} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const jsonOf = (findings: Finding[], say: ReturnType<typeof useWords>): string => JSON.stringify(markedFindings(findings, say))

/** Where without script a finding leads on the page of its text. */
const anchors = {
  headline: '#headline',
  summary: '#summary',
  body: '#text-label',
  projects: '#projects',
  activityType: '#activityType',
  activityEnds: '#activityEnds',
} as const

type LineProps = {
  finding: Finding
  edition: string
  language: string
  textHref: string | undefined
  form: string | undefined
  /** The findings of the same words, with the same better ones. */
  alike: Finding[]
}

function FindingLine({ finding, edition, language, textHref, form, alike }: LineProps): ReactNode {
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
      <p className="finding-acts">
        {field === 'translation' ? (
          <a href={`${link(desk.translation, { edition })}?open=yes`} aria-describedby={`${anchor}-said`}>
            {say.translations.sideBySide}
          </a>
        ) : (
          <a
            href={textHref === undefined ? anchors[field] : `${textHref}#${anchor}`}
            data-show-finding={id}
            aria-describedby={`${anchor}-said`}
          >
            {say.checks.show}
          </a>
        )}
        {alike.length > 0 ? <ReplaceButton findings={[finding]} form={form} saidBy={`${anchor}-said`} /> : null}
        {alike.length > 1 && alike[0] === finding ? <ReplaceButton findings={alike} form={form} saidBy={`${anchor}-said`} /> : null}
      </p>
    </li>
  )
}

/** Replaces in the text as it stands in the browser; without script it saves the form with that done. */
function ReplaceButton({ findings, form, saidBy }: { findings: Finding[]; form: string | undefined; saidBy: string }): ReactNode {
  const words = useWords().checks
  return (
    <button
      className="quiet"
      form={form}
      name="replace"
      value={JSON.stringify(findings.flatMap(mendOf))}
      data-replace
      aria-describedby={saidBy}
    >
      {findings.length > 1 ? words.replaceAll(findings.length) : words.replace}
    </button>
  )
}

/** What would replace the words of a finding, and which finding that is. */
export type PlacedMend = Mend & { id: string }

const hasBetter = (finding: Finding): boolean => mendOf(finding).length > 0
const nameOf = ({ place, mend }: Finding): string => `${place?.exact}\n${mend?.replaceBy}`

function mendOf({ id, field, place, mend }: Finding): PlacedMend[] {
  if (!place || !mend || (field !== 'headline' && field !== 'summary' && field !== 'body')) return []
  return [{ id, field, place, by: mend.replaceBy }]
}

/** A few characters before (negative) or after a place, cut at a word. */
function shortened(text: string, length: number): string {
  const oneLine = text.replace(/\s+/g, ' ')
  if (oneLine.length <= Math.abs(length)) return oneLine
  return length < 0 ? `…${oneLine.slice(length).replace(/^\S*/u, '')}` : `${oneLine.slice(0, length).replace(/\S*$/u, '')}…`
}
