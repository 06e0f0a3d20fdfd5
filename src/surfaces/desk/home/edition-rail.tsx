import type { ReactNode } from 'react'

import type { EditionLine } from '#newsroom/desk-lists/edition-line.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import type { registerNames } from '../frame/register-names.ts'
import { TimeRail } from '../frame/time-rail.tsx'
import { standingInWords } from '../frame/standing-in-words.ts'
import { useWords } from '../words/use-words.ts'

type Props = {
  lines: EditionLine[]
  names: ReturnType<typeof registerNames>
  /** The moment that a line stands at. */
  atOf(line: EditionLine): Date | null
  act?: (line: EditionLine) => ReactNode
}

/** Editions by the moment from which readers have them, or will, on the date rail. */
export function EditionRail({ lines, names, atOf, act }: Props): ReactNode {
  const say = useWords()
  return (
    <TimeRail items={lines} atOf={(line) => atOf(line) ?? line.savedAt} keyOf={(line) => line.edition} timeZone={names.timeZone} isList>
      {(line) => (
        <>
          <a
            className="line-story"
            href={link(desk.edition, { edition: line.edition })}
            lang={line.language}
            dir={directionOf(line.language)}
          >
            {line.headline || say.untitled}
          </a>
          <p className="line-about">
            {[
              line.section ? names.sectionOf(line.section) : '',
              ...line.projects.map(names.projectOf),
              names.hasLanguages ? ownName(line.language) : '',
              standingInWords(line, names.timeZone, say),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          {act ? act(line) : null}
        </>
      )}
    </TimeRail>
  )
}
