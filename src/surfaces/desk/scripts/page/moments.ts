import { filled } from '#lib/filled.ts'

import { pageLocale } from '../script-words.ts'
import type { ScriptWords } from '../script-words.ts'

/** Moments are printed in the newsroom's zone; here they are told in the reader's own. */
export function tellMoments(page: Document, words: ScriptWords): void {
  for (const time of page.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
    if (time.dateTime.includes('T')) time.title = filled(words.yours, { at: inWords(new Date(time.dateTime)) })
  }
  for (const field of page.querySelectorAll<HTMLInputElement>('input[data-moment]')) {
    const next = field.nextElementSibling
    const told = next instanceof HTMLOutputElement ? next : page.createElement('output')
    told.className = 'help'
    field.after(told)
    const tell = () => {
      const at = instantIn(field.value, field.dataset['moment'] ?? 'UTC')
      told.textContent = at ? filled(words.yours, { at: inWords(at) }) : ''
    }
    field.oninput = tell
    tell()
  }
}

const inWords = (at: Date): string =>
  at.toLocaleString(pageLocale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

/** The instant of a wall-clock time in a zone: taken as if it were UTC, then moved by what the zone differs there. */
export function instantIn(wall: string, timeZone: string): Date | undefined {
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const first = asUtc - offsetAt(asUtc, timeZone)
  return new Date(asUtc - offsetAt(first, timeZone))
}

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(instant / 1000) * 1000
}
