import type { Reader } from '#platform/database/database.ts'

import { storyPath } from '../addresses/story-path.ts'
import { checkedText } from '../checks/checked-text.ts'
import { findFindings } from '../checks/find-findings.ts'
import type { Finding } from '../checks/finding.ts'
import { internalLink } from '../checks/internal-link.ts'
import { readExplainedAcronyms } from '../checks/read-explained-acronyms.ts'
import { readFunding } from '../checks/read-funding.ts'
import { readPathStates } from '../checks/read-path-states.ts'
import type { Member } from '../members/member.ts'
import { readHouseRules } from '../settings/read-house-rules.ts'
import { readSettings } from '../settings/read-settings.ts'
import { readVisibilityRules } from '../visibility/read-visibility-rules.ts'
import { bodyText } from './body-text.ts'
import { readEdition } from './edition-store.ts'
import { dayIn } from './live-edition.ts'
import { countUntranslated } from './passages/untranslated.ts'
import type { RevisionContent } from './story.ts'
import { storyPolicy } from './story-policy.ts'

type Of = {
  /** Which edition says it, and as which revision of it; the revision is absent for what is not saved yet. */
  edition?: { id: string; revision?: number }
  language: string
  /** When readers would see it. */
  moment: Date
  origin?: string | undefined
  /** Who asks; absent: the newsroom itself, before it releases. */
  by?: Member
}

/** What the house's checks find in a text that would be released at a moment. */
export async function checkEdition(
  db: Reader,
  content: RevisionContent,
  { edition, language, moment, origin, by }: Of,
): Promise<Finding[]> {
  const checked = checkedText(content, content.body, bodyText(content.body), language)
  const { activity, projects } = content
  // One after the other: within a transaction there is one connection.
  const house = await readHouseRules(db)
  const settings = await readSettings(db)
  const rules = await readVisibilityRules(db)
  const funding = await readFunding(db, projects)
  const acronyms = await readExplainedAcronyms(db, projects, [...(activity?.organisers ?? []), ...(activity?.partners ?? [])])
  const untranslated = edition ? await countUntranslated(db, edition.id, { content, revision: edition.revision }) : 0
  const targets = checked.links.flatMap(({ href }) => internalLink(href, origin) ?? [])
  const stateOf = await readPathStates(
    db,
    targets.flatMap(({ path, asked }) => [path, asked]),
    {
      moment,
      languages: settings.languages,
      ownPath: storyPath(content.slug, language, settings.languages[0] ?? 'en'),
      mayRead: by && (async (linked) => storyPolicy.readStory(by, await readEdition(db, linked))),
    },
  )
  return findFindings(checked, {
    levels: house.levels,
    houseStyle: house.style,
    ...(origin !== undefined && { origin }),
    stateOf,
    day: dayIn(moment, settings.timeZone),
    funding,
    rules,
    acronyms,
    untranslated,
  })
}
