import type { ReactNode } from 'react'

/** Where this page was opened from, above its name. */
export function WayBack({ href, children }: { href: string; children: ReactNode }): ReactNode {
  return (
    <p className="way-back">
      <a href={href}>{children}</a>
    </p>
  )
}
