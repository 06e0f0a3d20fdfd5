import type { Registers } from '#newsroom/live/read-registers.ts'
import { bodyText } from '#newsroom/stories/body-text.ts'
import type { RevisionContent } from '#newsroom/stories/story.ts'
import type { Suggestion, SuggestionText } from '#newsroom/suggestions/suggestion.ts'
import { daysInWords } from '#surfaces/ui/day.ts'

import { registerNames } from '../frame/register-names.ts'

/** Something that the text itself seems to say and the facts do not have yet; accepted, it fills these fields. */
export type Chip = { label: string; fills: [field: string, value: string][] }

/** What a text says that its facts do not, by a finder of facts. */
export function chipsOf(
  content: RevisionContent,
  language: string,
  { find, registers, day, inWords }: { find: (text: SuggestionText) => Suggestion[]; registers: Registers; day: string; inWords: string },
): Chip[] {
  const summary = `${content.summary}\n${bodyText(content.body)}`
  const names = registerNames(registers, inWords)
  const projectIds = new Map([...registers.projects].map(([id, project]) => [project.slug, id]))
  return find({ headline: content.headline, summary, language, date: day }).flatMap((said): Chip[] => {
    if (said.kind === 'project') {
      const id = said.slug === null ? undefined : projectIds.get(said.slug)
      return id && !content.projects.includes(id) ? [{ label: names.projectOf(id), fills: [['projects', id]] }] : []
    }
    if (said.kind === 'place') {
      return said.code && !content.places.includes(said.code) ? [{ label: names.placeOf(said.code), fills: [['places', said.code]] }] : []
    }
    if (content.activity?.starts) return []
    const fills: Chip['fills'] = [
      ['activityStarts', said.starts],
      ['activityEnds', said.ends],
    ]
    return [{ label: daysInWords(said.starts, said.ends, inWords), fills }]
  })
}
