import { isRecord } from '#lib/is-record.ts'

import type { Fault } from '../refused-input.ts'
import { faultsOf, RefusedInput } from '../refused-input.ts'
import type { RevisionContent } from './story.ts'
import { revisionContent } from './story-input.ts'

export type KeptContent = { content: RevisionContent; faults: Fault[] }

/**
 * What of a text can be kept: a fact that cannot be stays as it was, and `faults` says which and why. One wrong number does not keep a text from being
 * saved. Where the body itself cannot be, all is refused: nobody may think that a text is safe which is not.
 */
export function keepContent(input: unknown, base: RevisionContent): KeptContent {
  const parsed = revisionContent.safeParse(input)
  if (parsed.success) return { content: parsed.data, faults: [] }
  const faults = faultsOf(parsed.error.issues)
  const refused = new RefusedInput('bad-content', 'The story cannot be saved', faults)
  if (!isRecord(input) || faults.some(({ path }) => path.length === 0 || path[0] === 'body')) throw refused
  const rest = revisionContent.safeParse(withBase(input, base, faults))
  if (!rest.success) throw refused
  return { content: rest.data, faults }
}

/** What was sent, with what was there before in place of what is at fault; of an activity and a dateline only that part. */
function withBase(input: Fields, base: RevisionContent, faults: readonly Fault[]): Fields {
  const wholes: Record<string, Fields> = { activity: base.activity ?? noActivity, dateline: base.dateline ?? noDateline }
  const before: Fields = base
  return faults.reduce<Fields>((kept, { path: [fact = '', part] }) => {
    const [whole, said] = [wholes[fact], kept[fact]]
    if (!whole || part === undefined || !isRecord(said)) return { ...kept, [fact]: before[fact] }
    return { ...kept, [fact]: { ...said, [part]: whole[part] } }
  }, input)
}

type Fields = Record<string, unknown>

const noDateline = { place: '', date: null }
const noActivity = {
  type: '',
  name: null,
  starts: null,
  ends: null,
  place: null,
  isOnline: false,
  organisers: [],
  partners: [],
  participants: null,
}
