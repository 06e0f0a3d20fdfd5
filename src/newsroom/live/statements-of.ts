import type { Body } from '../stories/body.ts'
import { bodyText } from '../stories/body-text.ts'
import { dayIn } from '../stories/live-edition.ts'
import { emblemFor } from '../visibility/emblem.ts'
import type { StatementPlace, VisibilityRule } from '../visibility/visibility-rule.ts'
import { ruleFor, saysAlready, wordsFor } from '../visibility/visibility-rule.ts'
import type { LiveReader } from './live-reader.ts'
import type { LiveProject, LiveStatement, SaidWords } from './live-story.ts'
import type { Registers } from './read-registers.ts'

type Of = { projects: string[]; language: string; day: string; body: Body }

/** What the funders of a story's projects want said at its foot: each once, by the rule of the day of its release, and not what its text says already. */
export function statementsOf({ projects, language, day, body }: Of, registers: Registers): LiveStatement[] {
  if (registers.visibilityRules.length === 0) return []
  return statements(heldRules(projects, { place: 'story', day }, registers), { language, registers, text: bodyText(body) })
}

/** What the funders of a project want said on its page today; a day on which that changes is noted. */
export function projectStatements(live: LiveReader, project: LiveProject, language: string): LiveStatement[] {
  const { registers, now } = live
  const { timeZone } = registers.settings
  const funders = new Set(project.funders.map(({ id }) => id))
  const rules = registers.visibilityRules.filter((rule) => funders.has(rule.funder))
  if (rules.length === 0) return []
  for (const rule of rules) {
    if (rule.from) live.noteChange(startOf(Temporal.PlainDate.from(rule.from), timeZone))
    if (rule.until) live.noteChange(startOf(Temporal.PlainDate.from(rule.until).add({ days: 1 }), timeZone))
  }
  const ids = [...registers.projects].flatMap(([id, one]) => (one.slug === project.slug ? [id] : []))
  return statements(heldRules(ids, { place: 'project page', day: dayIn(now, timeZone) }, registers), { language, registers, text: '' })
}

type Held = { rule: VisibilityRule; project: LiveProject }

function statements(
  held: Held[],
  { language, registers, text }: { language: string; registers: Registers; text: string },
): LiveStatement[] {
  const defaultLanguage = registers.settings.languages[0] ?? 'en'
  return [...Map.groupBy(held, ({ rule }) => rule)].flatMap(([rule, those]): LiveStatement[] => {
    const said = wordsFor(rule.statement, language, defaultLanguage)
    const disclaimer = rule.disclaimer && wordsFor(rule.disclaimer, said?.language ?? language, defaultLanguage)
    const unsaid = (words: SaidWords | null | undefined) => (words && !saysAlready(text, words.words) ? words : null)
    const emblem = emblemFor(rule.emblems, language, defaultLanguage) ?? null
    const [statement, rest] = [unsaid(said), unsaid(disclaimer)]
    if (!statement && !rest && !emblem) return []
    const of = { funder: rule.funder, funderName: registers.organisations.get(rule.funder)?.name ?? {} }
    return [{ ...of, covers: those.map(({ project }) => project.slug), statement, disclaimer: rest, emblem }]
  })
}

/** The rule of each funder of each project, where there is one. */
function heldRules(projects: string[], at: { place: StatementPlace; day: string }, registers: Registers): Held[] {
  return projects.flatMap((id) => {
    const project = registers.projects.get(id)
    // Who pays by two grants says it once.
    const funders = new Set(project?.funders.map((funder) => funder.id))
    return [...funders].flatMap((funder) => {
      const rule = ruleFor(registers.visibilityRules, { project: id, funder }, at)
      return rule && project ? [{ rule, project }] : []
    })
  })
}

const startOf = (day: Temporal.PlainDate, timeZone: string): Date => new Date(day.toZonedDateTime(timeZone).epochMilliseconds)
