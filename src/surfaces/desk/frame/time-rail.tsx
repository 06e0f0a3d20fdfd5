import type { ReactNode } from 'react'

import { dayIn } from '#newsroom/stories/live-edition.ts'
import { dayInWords } from '#surfaces/ui/day.ts'

import { useWords } from '../words/use-words.ts'
import { timeInWords } from './moments.ts'

type Props<Item> = {
  /** In the order in which they are shown. */
  items: readonly Item[]
  atOf(item: Item): Date
  keyOf(item: Item): string | number
  timeZone: string
  /** What stands on it are lines to move through with keys. */
  isList?: boolean
  children(item: Item): ReactNode
}

/** What happened, day by day: each day is named once, at the edge, and each thing has its time. */
export function TimeRail<Item>({ items, atOf, keyOf, timeZone, isList = false, children }: Props<Item>): ReactNode {
  const { language } = useWords()
  return (
    <ol className="rail" data-lines={isList ? '' : undefined}>
      {[...Map.groupBy(items, (item) => dayIn(atOf(item), timeZone))].map(([day, ofDay]) => (
        <li key={day} className="rail-day">
          <p className="rail-name">
            <time dateTime={day}>{dayInWords(day, language)}</time>
          </p>
          <ol>
            {ofDay.map((item) => (
              <li key={keyOf(item)} className="rail-item">
                <time className="rail-time" dateTime={atOf(item).toISOString()}>
                  {timeInWords(atOf(item), timeZone, language)}
                </time>
                <div>{children(item)}</div>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
