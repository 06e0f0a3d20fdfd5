import type { DatedPage, DraftItem } from './draft-item.ts'
import { isParagraph } from './line-kinds.ts'

/** Items of a page that writes date and headline in one line. */
export function itemsBesideDates({ lines, kinds, anchors }: DatedPage): DraftItem[] {
  return anchors.flatMap((anchor, position): DraftItem[] => {
    const line = lines[anchor.index]
    if (!line) return []
    const link = line.link && line.link.text.length >= 12 && anchor.rest.includes(line.link.text) ? line.link.text : undefined
    const next = lines[anchor.index + 1]
    const over = lines[anchor.index - 1]
    const isOver = over && kinds[over.index] === 'short' && anchors[position - 1]?.index !== over.index
    return [
      {
        anchor,
        headline: line,
        text: link ?? anchor.rest,
        summary: next && isParagraph(next.text) ? next.text : null,
        url: line.link?.href ?? null,
        above: isOver ? [over] : [],
      },
    ]
  })
}
