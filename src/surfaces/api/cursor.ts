import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

import { Failure } from '#lib/failure.ts'

/** A moment in a cursor. */
export const markedMoment = z.iso.datetime().transform((text) => new Date(text))

/**
 * Where lists go on, as programs send it back: they need not understand it. It is sealed with the newsroom's secret, so that whoever asks
 * can only ask for places that a list told, each of which has one spelling: what answers are kept for cannot be made up.
 */
export type Cursors = {
  write(list: string, place: object): string
  /** Refused where it is none of ours, or of another list. */
  read<Mark extends z.ZodType>(list: string, cursor: string, mark: Mark): z.output<Mark>
}

export function cursorsOf(secret: string): Cursors {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'cursors of lists', 32))
  const sealOf = (list: string, text: string) => createHmac('sha256', key).update(`${list} ${text}`).digest('base64url').slice(0, 20)
  return {
    write: (list, place) => {
      const text = Buffer.from(JSON.stringify(place)).toString('base64url')
      return `${text}.${sealOf(list, text)}`
    },
    read: (list, cursor, mark) => {
      const [text = '', seal = ''] = cursor.split('.', 2)
      const isOurs = cursor === `${text}.${seal}` && isSame(seal, sealOf(list, text))
      const parsed = isOurs ? mark.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())) : undefined
      if (!parsed?.success) throw new Failure('invalid', 'bad-cursor', 'This cursor is none of ours. Begin the list anew, without one.')
      return parsed.data
    },
  }
}

function isSame(said: string, known: string): boolean {
  const [a, b] = [Buffer.from(said), Buffer.from(known)]
  return a.length === b.length && timingSafeEqual(a, b)
}
