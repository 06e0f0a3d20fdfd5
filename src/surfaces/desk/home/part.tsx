import type { ReactNode } from 'react'

/** A part of the overview under its name. `isLoud` is for what is wrong until someone acts. */
export function Part({
  id,
  title,
  isLoud = false,
  isRail = false,
  children,
}: {
  id: string
  title: string
  isLoud?: boolean
  /** Days hang where names of parts do. */
  isRail?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <section className={`part${isLoud ? ' loud' : ''}${isRail ? ' part-rail railed' : ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
    </section>
  )
}
