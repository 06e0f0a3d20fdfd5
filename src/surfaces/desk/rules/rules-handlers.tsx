import { differing } from '#lib/differing.ts'
import type { Failure } from '#lib/failure.ts'
import { checkNames } from '#newsroom/checks/finding.ts'
import { changeEmblem, removeEmblem } from '#newsroom/house-rules/change-emblem.ts'
import { changedHouseRules, changeHouseRules, parseHouseRules } from '#newsroom/house-rules/change-house-rules.ts'
import {
  changedVisibilityRule,
  changeVisibilityRule,
  fileVisibilityRule,
  parseVisibilityRule,
  removeVisibilityRule,
} from '#newsroom/house-rules/file-visibility-rule.ts'
import { houseRulesPolicy } from '#newsroom/house-rules/house-rules-policy.ts'
import type { HeldHouseRules } from '#newsroom/house-rules/read-held-house-rules.ts'
import { readHeldHouseRules } from '#newsroom/house-rules/read-held-house-rules.ts'
import { isChangedMeanwhile } from '#newsroom/require-latest.ts'
import { levelsFrom } from '#newsroom/settings/house-rules.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'
import { readVisibilityRules } from '#newsroom/visibility/read-visibility-rules.ts'
import { requireVisibilityRule } from '#newsroom/visibility/require-visibility-rule.ts'
import { desk as paths } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { withIds } from '../frame/called-fields.ts'
import { Faults } from '../frame/faults.tsx'
import { field, fileIn, idParam, madeFromIn, postedForm } from '../frame/form.ts'
import type { RefusedForm } from '../frame/refusal.ts'
import { readingField, refusal, refusedForm } from '../frame/refusal.ts'
import { Refused } from '../frame/refused-form.tsx'
import { registerChoices } from '../frame/register-names.ts'
import type { RulesDraft } from './rules-page.tsx'
import { RulesPage } from './rules-page.tsx'
import { linesOfStyle, styleOfLines } from './style-lines.ts'
import type { VisibilityDraft } from './visibility-draft.ts'
import { draftOfForm, inputOfDraft, shownRule } from './visibility-draft.ts'
import type { ShownFault } from '../words/faults-in-words.ts'
import { theirsInWords } from '../words/theirs-in-words.ts'

type Refused = {
  failure: string
  faults?: readonly ShownFault[]
  status: 409 | 422
  rules?: RulesDraft
  visibility?: VisibilityDraft
  emblem?: RefusedForm & { rule: string }
}

/** The house rules; what was refused comes back as it was typed, with the reason. */
export async function showRules(c: DeskContext, desk: Desk, refused?: Refused): Promise<Response> {
  authorize(houseRulesPolicy.readHouseRules(c.get('member')), 'see the house rules')
  const say = c.get('say')
  const db = desk.newsroom.db.writer
  const [house, visibility, registers] = await Promise.all([readHeldHouseRules(db), readVisibilityRules(db), desk.registers.read()])
  const { languages } = registers.settings
  const { sections, organisations, projects } = registerChoices(registers, say.language)
  const page = {
    rules: refused?.rules ?? draftOf(house, languages),
    sections,
    visibility: visibility.map(shownRule),
    ...(refused?.visibility && { typed: refused.visibility }),
    funders: organisations,
    projects,
    languages,
    openRule: refused?.emblem?.rule ?? c.req.query('rule'),
    isSaved: c.req.query('saved') !== undefined,
    ...(refused && !refused.emblem && { failure: refused.failure }),
  }
  const status = refused?.status ?? 200
  return deskPage(
    c,
    desk,
    { title: say.rules, at: paths.rules, status },
    <Refused value={refused?.emblem}>
      <Faults value={refused?.faults ?? []}>
        <RulesPage {...page} />
      </Faults>
    </Refused>,
  )
}

export async function changeRulesFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const rules = draftOfRulesForm(await postedForm(c))
  try {
    await changeHouseRules(desk.newsroom, c.get('member'), { ...inputOfRules(rules), madeFrom: rules.madeFrom })
  } catch (error) {
    if (isChangedMeanwhile(error)) return showTheirRules(c, desk, rules, error)
    const { faults, ...why } = refusal(c, error)
    return showRules(c, desk, { ...why, faults: faults.map((fault) => atStyle(fault, rules)), rules })
  }
  return c.redirect(`${paths.rules}?saved`, 303)
}

/** The rules as they were typed, after somebody else saved meanwhile; saving again replaces theirs where they differ. */
async function showTheirRules(c: DeskContext, desk: Desk, rules: RulesDraft, failure: Failure): Promise<Response> {
  const say = c.get('say')
  const { checks, houseRules } = say
  const latest = await readHeldHouseRules(desk.newsroom.db.writer)
  const theirs = changedHouseRules(latest, parseHouseRules(inputOfRules(rules))).map((part) => ({ ...houseRules, ...checks.names })[part])
  const draft = { ...rules, madeFrom: latest.version }
  return showRules(c, desk, { rules: draft, status: 409, failure: theirsInWords(theirs, failure, say) })
}

export async function fileVisibilityFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const { visibility, failure } = await typedRule(c, desk, null)
  try {
    if (failure) throw failure
    return toRule(c, await fileVisibilityRule(desk.newsroom, c.get('member'), inputOfDraft(visibility)))
  } catch (error) {
    return showRules(c, desk, { ...refusal(c, error), visibility })
  }
}

export async function changeVisibilityFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const rule = idParam(c, 'rule')
  const { visibility, failure } = await typedRule(c, desk, rule)
  try {
    if (failure) throw failure
    await changeVisibilityRule(desk.newsroom, c.get('member'), { ...inputOfDraft(visibility), rule, madeFrom: visibility.madeFrom })
  } catch (error) {
    if (isChangedMeanwhile(error)) return showTheirVisibility(c, desk, { ...visibility, id: rule }, error)
    return showRules(c, desk, { ...refusal(c, error), visibility })
  }
  return toRule(c, rule)
}

/** What a funder wants said as it was typed, after somebody else changed that rule meanwhile. */
async function showTheirVisibility(
  c: DeskContext,
  desk: Desk,
  typed: VisibilityDraft & { id: string },
  failure: Failure,
): Promise<Response> {
  const say = c.get('say')
  const latest = await requireVisibilityRule(desk.newsroom.db.writer, typed.id)
  const proposed = parseVisibilityRule(inputOfDraft(typed))
  const inLanguages = (part: 'statement' | 'disclaimer') => {
    const [before, after] = [latest[part] ?? {}, proposed[part] ?? {}]
    const languages = differing(Object.keys({ ...before, ...after }), before, after).map(ownName)
    return say.houseRules[part](new Intl.ListFormat(say.language).format(languages))
  }
  const theirs = changedVisibilityRule(latest, proposed).map((part) =>
    part === 'statement' || part === 'disclaimer' ? inLanguages(part) : say.houseRules[part],
  )
  const visibility = { ...typed, madeFrom: latest.version }
  return showRules(c, desk, { visibility, status: 409, failure: theirsInWords(theirs, failure, say) })
}

/** What a form says of a rule; the failure is a name that no register knows. */
async function typedRule(c: DeskContext, desk: Desk, rule: string | null): Promise<{ visibility: VisibilityDraft; failure?: Failure }> {
  const said = withIds(await postedForm(c), await desk.registers.read(), c.get('say').language)
  return { ...said, visibility: draftOfForm(said.form, rule) }
}

export async function changeEmblemFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const rule = idParam(c, 'rule')
  const form = await postedForm(c)
  try {
    const emblem = { rule, language: field(form, 'language'), bytes: await fileIn(form, 'emblem') }
    await readingField('emblem', () => changeEmblem(desk.newsroom, c.get('member'), emblem))
  } catch (error) {
    const { status, ...refused } = refusedForm(c, error, form)
    return showRules(c, desk, { failure: refused.failure, status, emblem: { ...refused, rule } })
  }
  return toRule(c, rule)
}

export async function removeEmblemFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const rule = idParam(c, 'rule')
  await removeEmblem(desk.newsroom, c.get('member'), { rule, language: field(await postedForm(c), 'language') })
  return toRule(c, rule)
}

/** Back to the rule that was changed, where its emblems are. */
const toRule = (c: DeskContext, rule: string): Response => c.redirect(`${paths.rules}?saved&rule=${rule}#rule-${rule}`, 303)

export async function removeVisibilityFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  await removeVisibilityRule(desk.newsroom, c.get('member'), { rule: idParam(c, 'rule') })
  return c.redirect(`${paths.rules}?saved#funders`, 303)
}

function draftOf(house: HeldHouseRules, languages: string[]): RulesDraft {
  const listed = new Set([...languages, ...house.style.map(({ language }) => language)])
  return {
    madeFrom: house.version,
    levels: house.levels,
    style: [...listed].map((language) => ({ language, lines: linesOfStyle(house.style, language) })),
    ...house.secondPair,
  }
}

/** What was typed, for the schema to judge; a line that is no entry is refused. */
function inputOfRules({ levels, style, sections, withoutSection }: RulesDraft) {
  return { levels, style: entriesOf(style), secondPair: { sections, withoutSection } }
}

const entriesOf = (style: RulesDraft['style']) => style.flatMap(({ language, lines }) => styleOfLines(lines, language))

/** What is wrong with one of the words of the house, at the field of its language. */
function atStyle(fault: ShownFault, { style }: RulesDraft): ShownFault {
  if (fault.field !== 'style') return fault
  return { ...fault, field: `style ${entriesOf(style)[fault.position]?.language ?? ''}`, position: 0 }
}

function draftOfRulesForm(form: FormData): RulesDraft {
  const prefix = 'style '
  const styles = [...form.keys()].filter((name) => name.startsWith(prefix))
  return {
    madeFrom: madeFromIn(form),
    levels: levelsFrom(Object.fromEntries(checkNames.map((check) => [check, field(form, `level ${check}`)]))),
    style: styles.map((name) => ({ language: name.slice(prefix.length), lines: field(form, name) })),
    sections: form.getAll('secondPair').map(String),
    withoutSection: field(form, 'secondPairWithout') !== '',
  }
}
