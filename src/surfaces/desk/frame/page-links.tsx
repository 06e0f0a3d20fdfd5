import type { ReactNode } from 'react'

import { useWords } from '../words/use-words.ts'

type Props = {
  /** Of what list. */
  label: string
  firstHref: string | undefined
  nextHref: string | undefined
  /** What they are called, where the newest is not first. */
  first?: string
  next?: string
  children?: ReactNode
}

/** From a part of a list to its beginning and to what comes next; nothing, where all of it stands here. */
export function PageLinks({ label, firstHref, nextHref, first, next, children }: Props): ReactNode {
  const words = useWords().list
  return firstHref || nextHref || children ? (
    <nav className="page-links" aria-label={label}>
      {firstHref ? <a href={firstHref}>{first ?? words.first}</a> : null}
      {nextHref ? <a href={nextHref}>{next ?? words.older}</a> : null}
      {children}
    </nav>
  ) : null
}
