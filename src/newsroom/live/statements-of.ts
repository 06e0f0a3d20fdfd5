import type { Body } from '../stories/body.ts'
import { bodyText } from '../stories/body-text.ts'
import { ruleFor, saysAlready, wordsFor } from '../visibility/visibility-rule.ts'
import type { LiveStatement } from './live-story.ts'
import type { Registers } from './read-registers.ts'

type Of = { projects: string[]; language: string; day: string; body: Body }

/** What the funders of a story's projects want said at its foot: each once, by the rule of the day of its release, and not what its text says already. */
export function statementsOf({ projects, language, day, body }: Of, registers: Registers): LiveStatement[] {
  if (registers.visibilityRules.length === 0) return []
  const rules = new Set(
    projects.flatMap((project) =>
      (registers.projects.get(project)?.funders ?? []).flatMap(
        ({ id }) => ruleFor(registers.visibilityRules, { project, funder: id }, { place: 'story', day }) ?? [],
      ),
    ),
  )
  const defaultLanguage = registers.settings.languages[0] ?? 'en'
  const text = bodyText(body)
  return [...rules].flatMap((rule): LiveStatement[] => {
    const said = wordsFor(rule.statement, language, defaultLanguage)
    if (!said || saysAlready(text, said.words)) return []
    const disclaimer = rule.disclaimer && wordsFor(rule.disclaimer, said.language, defaultLanguage)
    return [{ ...said, disclaimer: disclaimer && !saysAlready(text, disclaimer.words) ? disclaimer : null }]
  })
}
