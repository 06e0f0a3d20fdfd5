import type { ReactNode } from 'react'

import type { RiverItem } from '#newsroom/live/live-story.ts'
import { dayInWords } from '#surfaces/ui/day.ts'

import { mapCodes } from '../map/map-codes.ts'
import type { SiteContext } from '../site-context.ts'
import { RiverEntry } from './river-entry.tsx'

/** Items of one day stand together under it. `level` is the rank of their headlines; days are no headings. */
export function RiverList({ site, items, level }: { site: SiteContext; items: RiverItem[]; level: 2 | 3 }): ReactNode {
  const sheet = sheetOf(site, items)
  return (
    <ol className="river">
      {daysOf(items).map(({ day, stories }) => (
        <li key={day} className="day">
          <p className="day-name">
            <time dateTime={day}>{dayInWords(day, site.language)}</time>
          </p>
          <div className="day-stories">
            {stories.map((item) => (
              <RiverEntry key={item.story} site={site} item={item} level={level} sheet={sheet} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** One sheet for the whole list, so that twenty maps are one request. */
function sheetOf(site: SiteContext, items: RiverItem[]): string | undefined {
  const sets = items.map((item) => mapCodes(item.places)).filter((codes) => codes.length > 0)
  return sets.length > 0 ? site.mapSheetHref?.(sets) : undefined
}

function daysOf(items: RiverItem[]): { day: string; stories: RiverItem[] }[] {
  const days: { day: string; stories: RiverItem[] }[] = []
  for (const item of items) {
    const last = days.at(-1)
    if (last?.day === item.publishedOn) last.stories.push(item)
    else days.push({ day: item.publishedOn, stories: [item] })
  }
  return days
}
