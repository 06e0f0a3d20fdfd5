import { isUuid } from '#lib/is-uuid.ts'
import { isoMoment } from '#lib/iso-moment.ts'
import type { ActQuery, RecordedAct } from '#newsroom/audit/find-acts.ts'
import { actKinds } from '#newsroom/audit/record-act.ts'

import { instantIn } from '../frame/moments.ts'

/** What the form asks for, as it was typed; '' where nothing was said. */
export type AskedActs = { text: string; member: string; act: string; kind: string; object: string; from: string; until: string }

const names = ['text', 'member', 'act', 'kind', 'object', 'from', 'until'] as const

export function askedActs(query: URLSearchParams): AskedActs {
  const said = (name: string) => (query.get(name) ?? '').trim().slice(0, 300)
  return {
    text: said('text'),
    member: said('member'),
    act: said('act'),
    kind: said('kind'),
    object: said('object'),
    from: said('from'),
    until: said('until'),
  }
}

/** The question to the log; days are whole days in the newsroom's zone. */
export function actQueryOf(asked: AskedActs, before: string | null, timeZone: string): ActQuery {
  const kind = actKinds.find((one) => one === asked.kind)
  const from = instantIn(`${asked.from}T00:00`, timeZone)
  const until = instantIn(`${asked.until}T23:59:59`, timeZone)
  const [said = '', id = ''] = (before ?? '').split('_')
  const at = isoMoment(said)
  return {
    ...(asked.text && { text: asked.text }),
    ...(isUuid(asked.member) && { member: asked.member }),
    ...(/^[a-zA-Z]{1,60}$/.test(asked.act) && { act: asked.act }),
    ...(kind && { kind }),
    ...(asked.object && { object: asked.object }),
    ...(from && { from }),
    ...(until && { until: new Date(until.getTime() + 999) }),
    ...(isUuid(id) && at && { before: { at, id } }),
  }
}

/** The same question as an address says it, without what was not asked. */
export function searchOf(asked: AskedActs, more: Record<string, string> = {}): string {
  const said = names.flatMap((name) => (asked[name] === '' ? [] : [[name, asked[name]] as [string, string]]))
  return new URLSearchParams([...said, ...Object.entries(more)]).toString()
}

/** Where the page after an act begins. */
export const afterAct = ({ at, id }: RecordedAct): string => `${at.toISOString()}_${id}`
