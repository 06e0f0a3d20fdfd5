/** What is looked at before a release, each blocking it, warning, or off. */
export const checkNames = [
  'summary',
  'summary length',
  'translation',
  'headings',
  'link words',
  'links',
  'house style',
  'statements',
  'funder rules',
  'years',
  'acronyms',
] as const
export type CheckName = (typeof checkNames)[number]

export const checkLevels = ['block', 'warn', 'off'] as const
export type CheckLevel = (typeof checkLevels)[number]
export type CheckLevels = Readonly<Record<CheckName, CheckLevel>>

/** What a newsroom begins with: what readers or a donor would miss stops a release, what is a matter of style does not. */
export const defaultLevels: CheckLevels = {
  summary: 'block',
  'summary length': 'warn',
  translation: 'block',
  headings: 'warn',
  'link words': 'warn',
  links: 'block',
  'house style': 'warn',
  statements: 'block',
  'funder rules': 'off',
  years: 'warn',
  acronyms: 'warn',
}

/** What is looked at whatever the house has set. */
export const fixedLevels = { headline: 'block', 'activity days': 'block', activity: 'warn' } as const
export type FixedCheck = keyof typeof fixedLevels

/** Where in the plain text of a field: a TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export type Place = { exact: string; prefix: string; suffix: string }

/** What is wrong, for the desk to put in words. Days are `--MM-DD` (ISO 8601). */
export type Said =
  | { code: 'headline missing' }
  | { code: 'activity of no kind' }
  | { code: 'ends before it begins' }
  | { code: 'summary missing' }
  | { code: 'summary too long'; characters: number; longest: number }
  | { code: 'passages not translated'; passages: number }
  | { code: 'heading first'; level: number }
  | { code: 'heading jumps'; level: number; after: number }
  | { code: 'heading empty' }
  | { code: 'link says nothing'; words: string }
  | { code: 'link is an address' }
  | { code: 'link leads nowhere'; path: string }
  | { code: 'link is withdrawn'; path: string }
  | { code: 'link is not public yet'; path: string }
  | { code: 'link leads to the desk'; path: string }
  | { code: 'house style'; wrong: string; right: string }
  | { code: 'statement missing'; funder: string; language: string }
  | { code: 'funder without rule'; funder: string }
  | { code: 'day without year'; day: string }
  | { code: 'acronym unexplained'; acronym: string }

export const checkedFields = ['headline', 'summary', 'body', 'projects', 'activityType', 'activityEnds', 'translation'] as const
export type CheckedField = (typeof checkedFields)[number]

/** What a check found. `atMost: 'warn'` is for what will settle by itself: it never blocks. */
export type Found = { field: CheckedField; place?: Place; says: Said; mend?: { replaceBy: string }; atMost?: 'warn' }

/** The same as the newsroom takes it; `id` is stable for one revision. */
export type Finding = Omit<Found, 'atMost'> & { id: string; check: CheckName | FixedCheck; level: 'block' | 'warn' }
