import type { FailureValues } from '#lib/failure.ts'
import { filled } from '#lib/filled.ts'
import type { Fault } from '#newsroom/refused-input.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { DeskWords } from './desk-words.ts'

/** What is wrong with a field of a form: `id` is where its summary leads, `text` names it by its label and says what to do. */
export type ShownFault = { field: string; position: number; id: string; label: string; text: string }

/** The field that a fault is about; of several of one name, which. */
type Place = { field: string; label: string; position?: number }

/** The faults of a form by the code of its refusal, in the language of the desk. */
export function shownFaults(code: string, faults: readonly Fault[], say: DeskWords): ShownFault[] {
  const placeOf = forms[code] ?? entryPlace
  return faults.map(({ path, problem, values }) => {
    const { field, label, position = 0 } = placeOf(path, say)
    const text = `${say.about(label, filled(say.failures.faults[problem], inWords(values, say)))}.`
    return { field, position, label, text, id: idOfFault(code, field, position) }
  })
}

/** What is wrong with a field as one sentence says it that needs no label before it. */
export const faultAt = (field: string, text: string, position = 0): ShownFault => ({
  field,
  position,
  label: '',
  text,
  id: idOfFault('', field, position),
})

// Scripts know these fields of a text by their own names.
const idOfFault = (code: string, field: string, position: number): string =>
  code === 'bad-content' && named.has(field) ? field : `fault-${field.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${position}`
const named = new Set([
  'headline',
  'summary',
  'projects',
  'places',
  'topics',
  'people',
  'activityType',
  'activityOrganisers',
  'activityPartners',
])

/** Choices by what they are called where they can be chosen. */
function inWords(values: FailureValues, { registers, kinds, roles, shown }: DeskWords): FailureValues {
  const { choices } = values
  if (typeof choices !== 'string') return values
  const called: Readonly<Record<string, string>> = { ...registers.choices, ...kinds, ...roles, ...shown.verdicts }
  return {
    ...values,
    choices: choices
      .split(', ')
      .map((one) => called[one] ?? one)
      .join(', '),
  }
}

const forms: { [code: string]: (path: readonly string[], say: DeskWords) => Place } = {
  'bad-content': contentPlace,
  'bad-visibility-rule': rulePlace,
  'bad-settings': settingsPlace,
  'bad-house-rules': houseRulesPlace,
  'bad-member': labelled(({ members, ownAccount: { mail } }) => ({ ...members, mailWish: mail })),
  'bad-passkey': labelled(({ ownAccount }) => ({ name: ownAccount.passkeyName })),
  'bad-key': labelled(({ keys }) => keys),
  'bad-private-link': labelled(({ preview }) => preview),
  'bad-answer': labelled(({ shown }) => ({ ...shown, verdict: shown.answer })),
  'bad-view': labelled(({ lists }) => lists.views),
  'bad-assignment': labelled(({ assignments: { who, task, due } }) => ({ member: who, task, dueOn: due })),
  'bad-change': changePlace,
  'unknown-given': labelled(({ members }) => members),
  'unknown-reference': (path, say) => (path[0] !== undefined && path[0] in say.registers.fields ? entryPlace : contentPlace)(path, say),
}

/** What is asked about many stories; the rest of a change is chosen from lists. */
function changePlace([part = '', inner = part]: readonly string[], { assignments, stories, failures }: DeskWords): Place {
  if (inner === 'member') return { field: 'with assign', label: assignments.who }
  const labels: Readonly<Record<string, string>> = { task: assignments.task, dueOn: assignments.due, editions: stories }
  return { field: inner, label: labels[inner] ?? failures.form }
}

/** Forms whose fields are called as what they say, each by a word of the desk. */
function labelled(words: (say: DeskWords) => Readonly<Record<string, unknown>>): (path: readonly string[], say: DeskWords) => Place {
  return ([field = ''], say) => {
    const label = words(say)[field]
    return { field, label: typeof label === 'string' ? label : say.failures.form }
  }
}

/** Fields of registers: `title en`, the third `funders share`. */
function entryPlace([name = 'slug', inner, part]: readonly string[], say: DeskWords): Place {
  const { registers } = say
  const labels: Readonly<Record<string, string>> = registers.fields
  const label = labels[name] ?? say.failures.form
  if (inner === undefined) return { field: name === 'code' ? 'slug' : name, label }
  if (part !== undefined && /^\d+$/.test(inner) && labels[part]) {
    const rows: Readonly<Record<string, (n: number) => string>> = registers.row
    const row = rows[name]?.(Number(inner) + 1) ?? label
    return { field: `${name} ${part}`, position: Number(inner), label: `${row}, ${labels[part]}` }
  }
  return /^\d+$/.test(inner) ? { field: name, label } : { field: `${name} ${inner}`, label: inLanguage(label, inner) }
}

function contentPlace([fact = '', part]: readonly string[], say: DeskWords): Place {
  const { writing } = say
  const activity: Readonly<Record<string, [string, string]>> = {
    type: ['activityType', writing.activityType],
    name: ['activityName', writing.activityName],
    starts: ['activityStarts', writing.starts],
    ends: ['activityEnds', writing.ends],
    place: ['activityPlace', writing.activityPlace],
    isOnline: ['activityOnline', writing.online],
    organisers: ['activityOrganisers', writing.organisers],
    partners: ['activityPartners', writing.partners],
    participants: ['activityParticipants', writing.participants],
  }
  const dateline: Readonly<Record<string, [string, string]>> = {
    place: ['datelinePlace', writing.datelinePlace],
    date: ['datelineDate', writing.datelineDate],
  }
  const inner = { activity, dateline }[fact]?.[part ?? '']
  if (inner) return { field: inner[0], label: inner[1] }
  const labels: Readonly<Record<string, string>> = { ...say.history.fields, slug: writing.publicAddress }
  return { field: fact, label: labels[fact] ?? say.failures.form }
}

function rulePlace([part = '', language]: readonly string[], { houseRules, failures }: DeskWords): Place {
  if ((part === 'statement' || part === 'disclaimer') && language !== undefined)
    return { field: `${part} ${language}`, label: houseRules[part](nameOf(language)) }
  const labels: Readonly<Record<string, string>> = {
    funder: houseRules.funder,
    project: houseRules.project,
    statement: houseRules.statementAny,
    disclaimer: houseRules.disclaimerAny,
    places: houseRules.places,
    from: houseRules.from,
    until: houseRules.until,
  }
  return { field: part, label: labels[part] ?? failures.form }
}

/** `navigation 3 href`, `footer links 0 href`: which of the links that is, the form knows. */
function settingsPlace([part = '', inner, ...more]: readonly string[], { settings, failures }: DeskWords): Place {
  if (part === 'footer' && inner === 'text') return { field: `footer ${more[0]}`, label: inLanguage(settings.footerText, more[0] ?? '') }
  if (part === 'footer' || (part === 'navigation' && inner !== undefined)) {
    const [at, what, language] = part === 'footer' ? more : [inner, ...more]
    const label = `${part === 'footer' ? settings.footer : settings.navigation}, ${what === 'name' ? settings.linkName : settings.linkHref}`
    return { field: `${part}-${at} ${what === 'name' ? `name ${language ?? ''}`.trim() : 'href'}`, label }
  }
  const { name, tagline, languages, timeZone, colourValue: accent, navigation } = settings
  const labels: Readonly<Record<string, string>> = { name, tagline, languages, timeZone, accent, navigation }
  const label = labels[part] ?? failures.form
  return inner === undefined || part === 'languages'
    ? { field: part, label }
    : { field: `${part} ${inner}`, label: inLanguage(label, inner) }
}

function houseRulesPlace([part = '', name]: readonly string[], { houseRules, checks, failures }: DeskWords): Place {
  const names: Readonly<Record<string, string>> = checks.names
  if (part === 'style' && name !== undefined) return { field: part, position: Number(name), label: houseRules.style }
  if (part === 'levels' && name !== undefined) return { field: `level ${name}`, label: names[name] ?? houseRules.checks }
  const labels: Readonly<Record<string, string>> = {
    levels: houseRules.checks,
    style: houseRules.style,
    secondPair: houseRules.secondPair,
  }
  return { field: part, label: labels[part] ?? failures.form }
}

const inLanguage = (label: string, language: string): string => `${label}, ${nameOf(language)}`

function nameOf(language: string): string {
  try {
    return ownName(language)
  } catch {
    return language
  }
}
