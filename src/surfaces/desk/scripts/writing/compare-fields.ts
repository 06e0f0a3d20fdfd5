import type { FormValues } from '../../writing/form-fields.ts'

/** A field that two people left different: what each says, what both had before (null: not known), and who changed it since. */
export type Difference = { field: string; mine: string[]; theirs: string[]; before: string[] | null; changedBy: 'me' | 'them' | 'both' }

/** Where one's own text and the latest one differ, by what both were made from. A field that is not in one's own is not spoken of. */
export function compareFields(base: FormValues, mine: FormValues, theirs: FormValues): Difference[] {
  return Object.keys(theirs).flatMap((field): Difference[] => {
    const own = mine[field]
    const other = theirs[field]
    if (!own || !other || saysSame(own, other)) return []
    const before = base[field]
    const changedBy = before && saysSame(before, other) ? 'me' : before && saysSame(before, own) ? 'them' : 'both'
    return [{ field, mine: own, theirs: other, before: before ?? null, changedBy }]
  })
}

/** The latest text with one's own in the fields that are named. */
export function mergeFields(theirs: FormValues, mine: FormValues, keepMine: ReadonlySet<string>): FormValues {
  return Object.fromEntries(
    Object.entries(theirs).map(([field, values]) => [field, keepMine.has(field) ? (mine[field] ?? values) : values]),
  )
}

export function saysSameForm(one: FormValues, other: FormValues): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...fields].every((field) => one[field] === undefined || other[field] === undefined || saysSame(one[field], other[field]))
}

/** As the server reads them: spaces at the ends and in a row say nothing, nor does the order of what was picked. */
function saysSame(one: string[], other: string[]): boolean {
  const [a, b] = [one, other].map((values) =>
    values
      .filter((value) => value !== '')
      .map(plain)
      .toSorted(),
  )
  return a?.length === b?.length && (a ?? []).every((value, at) => value === b?.[at])
}

function plain(value: string): string {
  return value.startsWith('{') ? sortedJson(value) : value.replace(/\s+/g, ' ').trim()
}

// A database gives a body back with its keys in another order.
function sortedJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    )
  } catch {
    return text
  }
}
