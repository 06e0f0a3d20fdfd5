import type { ReactNode } from 'react'

import type { PassageCounts } from '#newsroom/stories/passages/followed.ts'

import { useWords } from '../words/use-words.ts'

/** How far a translation follows its source, in words. */
export function HowFar({ stale, waiting, machine }: PassageCounts): ReactNode {
  const words = useWords().translations
  if (stale + waiting + machine === 0) return <span className="how-far">{words.upToDate}</span>
  return (
    <>
      {stale > 0 ? <strong className="how-far how-stale">{words.behind(stale)}</strong> : null}{' '}
      {waiting > 0 ? <span className="how-far">{words.waits(waiting)}</span> : null}{' '}
      {machine > 0 ? <span className="how-far">{words.machine(machine)}</span> : null}
    </>
  )
}
