import type { ReactNode } from 'react'

/** A part of the overview under its name. `isLoud` is for what is wrong until someone acts. */
export function Part({
  id,
  title,
  isLoud = false,
  children,
}: {
  id: string
  title: string
  isLoud?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <section className={isLoud ? 'part loud' : 'part'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
    </section>
  )
}
