import type { Body } from '../stories/body.ts'
import { bodyText } from '../stories/body-text.ts'
import type { VisibilityRule } from '../visibility/visibility-rule.ts'
import { ruleFor, saysAlready, wordsFor } from '../visibility/visibility-rule.ts'
import type { LiveProject, LiveStatement } from './live-story.ts'
import type { Registers } from './read-registers.ts'

type Of = { projects: string[]; language: string; day: string; body: Body }

/** What the funders of a story's projects want said at its foot: each once, by the rule of the day of its release, and not what its text says already. */
export function statementsOf({ projects, language, day, body }: Of, registers: Registers): LiveStatement[] {
  if (registers.visibilityRules.length === 0) return []
  const defaultLanguage = registers.settings.languages[0] ?? 'en'
  const text = bodyText(body)
  return [...Map.groupBy(heldRules(projects, day, registers), ({ rule }) => rule)].flatMap(([rule, held]): LiveStatement[] => {
    const said = wordsFor(rule.statement, language, defaultLanguage)
    if (!said || saysAlready(text, said.words)) return []
    const disclaimer = rule.disclaimer && wordsFor(rule.disclaimer, said.language, defaultLanguage)
    const covers = held.map(({ project }) => project.slug)
    return [{ funder: rule.funder, covers, ...said, disclaimer: disclaimer && !saysAlready(text, disclaimer.words) ? disclaimer : null }]
  })
}

/** The rule of each funder of each project, where there is one. */
function heldRules(projects: string[], day: string, registers: Registers): { rule: VisibilityRule; project: LiveProject }[] {
  return projects.flatMap((id) => {
    const project = registers.projects.get(id)
    return (project?.funders ?? []).flatMap((funder) => {
      const rule = ruleFor(registers.visibilityRules, { project: id, funder: funder.id }, { place: 'story', day })
      return rule && project ? [{ rule, project }] : []
    })
  })
}
