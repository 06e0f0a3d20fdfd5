import type { ReactNode } from 'react'

/** Facts in the margin, or above the text on a phone. */
export function Facts({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <aside className="facts" aria-label={name}>
      <dl>{children}</dl>
    </aside>
  )
}

/** A fact that is not known is not named. */
export function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  if (children === null || children === undefined || children === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
