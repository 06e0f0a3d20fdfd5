import { findActivityDates } from './find-activity-dates.ts'
import type { FoundPlace } from './find-places.ts'
import { createPlaceFinder } from './find-places.ts'
import { findProject } from './find-project.ts'
import type { KnownFacts } from './known-facts.ts'
import type { Passage, Suggestion, SuggestionText } from './suggestion.ts'

const longest = 5000

/** Makes a function that says what a text seems to be about, by what the registers know: its project, its places, the days of its activity. */
export function createFactFinder(known: KnownFacts): (text: SuggestionText) => Suggestion[] {
  const finders = new Map<string, (text: string) => FoundPlace[]>()
  const placeFinder = (language: string) => {
    const finder = finders.get(language) ?? createPlaceFinder(known.places, language)
    finders.set(language, finder)
    return finder
  }
  return (text) => {
    const language = text.language.split('-')[0] ?? text.language
    const [headline, summary] = [text.headline.slice(0, longest), text.summary.slice(0, longest)]
    const fields: { field: Passage['field']; said: string }[] = [
      { field: 'headline', said: headline },
      { field: 'summary', said: summary },
    ]
    const project = findProject({ headline, summary }, known)
    const places = fields.flatMap(({ field, said }) => placeFinder(language)(said).map((place) => ({ ...place, field })))
    const dates = fields.flatMap(({ field, said }) =>
      findActivityDates(said, { language, date: text.date }).map((found) => ({ ...found, field })),
    )
    return [
      ...(project ? [{ kind: 'project' as const, slug: project.slug, name: project.name, passage: passageOf(project) }] : []),
      ...firstOfEach(places, ({ code, within, name }) => code ?? `${within}/${name}`).map((place) => ({
        kind: 'place' as const,
        code: place.code,
        name: place.name,
        within: place.within,
        passage: passageOf(place),
      })),
      ...firstOfEach(dates, ({ starts, ends }) => `${starts}/${ends}`).map((found) => ({
        kind: 'activity-dates' as const,
        starts: found.starts,
        ends: found.ends,
        passage: passageOf(found),
      })),
    ]
  }
}

const passageOf = ({ field, from, to }: Passage): Passage => ({ field, from, to })

function firstOfEach<Found>(found: Found[], keyOf: (one: Found) => string): Found[] {
  const keys = found.map(keyOf)
  return found.filter((_, position) => keys.indexOf(keys[position] ?? '') === position)
}
