import type { CheckedText } from './checked-text.ts'
import { placeOf } from './checked-text.ts'
import type { Found } from './finding.ts'

/** Who listens to a page goes from heading to heading: the first is of level 2, under the headline, and none skips a level. */
export function checkHeadings({ text, headings }: CheckedText): Found[] {
  return headings.flatMap((heading, i): Found[] => {
    const at = { field: 'body', ...placeOf(text, heading) } as const
    const { level } = heading
    if (heading.to <= heading.from) return [{ ...at, says: { code: 'heading empty' } }]
    const before = headings[i - 1]?.level
    if (before === undefined) return level === 2 ? [] : [{ ...at, says: { code: 'heading first', level } }]
    return level > before + 1 ? [{ ...at, says: { code: 'heading jumps', level, after: before } }] : []
  })
}
