import type { Emblem } from '#newsroom/visibility/emblem.ts'
import type { HeldVisibilityRule, StatementPlace } from '#newsroom/visibility/visibility-rule.ts'
import { statementPlaces } from '#newsroom/visibility/visibility-rule.ts'

import { field, madeFromIn } from '../frame/form.ts'

/** A rule of a funder as its form shows it. `id` is null for a new one. */
export type VisibilityDraft = {
  id: string | null
  /** The version that it was made from; 0 for a new one. */
  madeFrom: number
  funder: string
  project: string
  statement: { [language: string]: string }
  disclaimer: { [language: string]: string }
  places: StatementPlace[]
  from: string
  until: string
}

/** A rule as the house rules show it: its form, and its emblems. */
export type ShownRule = { draft: VisibilityDraft & { id: string }; emblems: Emblem[] }

export const emptyDraft: VisibilityDraft = {
  id: null,
  madeFrom: 0,
  funder: '',
  project: '',
  statement: {},
  disclaimer: {},
  places: ['story', 'project page'],
  from: '',
  until: '',
}

export function shownRule({ emblems, version, ...rule }: HeldVisibilityRule): ShownRule {
  const optional = { project: rule.project ?? '', disclaimer: rule.disclaimer ?? {}, from: rule.from ?? '', until: rule.until ?? '' }
  return { draft: { ...rule, ...optional, madeFrom: version }, emblems }
}

export function draftOfForm(form: FormData, id: string | null): VisibilityDraft {
  return {
    id,
    madeFrom: madeFromIn(form),
    funder: field(form, 'funder'),
    project: field(form, 'project'),
    statement: wordsOf(form, 'statement '),
    disclaimer: wordsOf(form, 'disclaimer '),
    places: statementPlaces.filter((place) => form.getAll('places').includes(place)),
    from: field(form, 'from'),
    until: field(form, 'until'),
  }
}

/** What was typed, for the schema to judge. */
export function inputOfDraft(draft: VisibilityDraft) {
  return {
    funder: draft.funder,
    project: draft.project || null,
    statement: draft.statement,
    disclaimer: Object.keys(draft.disclaimer).length > 0 ? draft.disclaimer : null,
    places: draft.places,
    from: draft.from || null,
    until: draft.until || null,
  }
}

function wordsOf(form: FormData, prefix: string): { [language: string]: string } {
  const names = [...form.keys()].filter((name) => name.startsWith(prefix) && field(form, name) !== '')
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), field(form, name)]))
}
