import { z } from 'zod'

const entry = z.looseObject({
  level: z.number(),
  time: z.string(),
  msg: z.string().default(''),
  err: z.object({ message: z.string().default(''), stack: z.string().default('') }).optional(),
})

/** A line of the log as a person reads it: `10:32:07 warning: sign-in: Invalid password`. A bug brings its stack along, for whoever reports it. */
export function readableLine(json: string): string {
  const { level, time, msg, err, ...fields } = entry.parse(JSON.parse(json))
  const isBug = level >= errorLevel
  const said = [...partOf(fields), msg, ...(err?.message ? [err.message] : [])].join(': ')
  const line = `${clockTime(time)} ${isBug ? 'error' : level >= warnLevel ? 'warning' : 'note'}: ${said}${detailsOf(fields)}`
  return `${[line, ...(isBug ? framesOf(err?.stack ?? '') : [])].map(harmless).join('\n')}\n`
}

const warnLevel = 40
const errorLevel = 50

const partOf = ({ part }: { part?: unknown }): string[] => (typeof part === 'string' ? [part] : [])

function detailsOf({ part: _part, ...fields }: Record<string, unknown>): string {
  const details = Object.entries(fields).map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return details.length === 0 ? '' : ` (${details.join(', ')})`
}

const framesOf = (stack: string): string[] => stack.split('\n').filter((line) => line.trimStart().startsWith('at '))

function clockTime(iso: string): string {
  const time = new Date(iso)
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':')
}

// An address that a stranger asked for is in here: it shall neither begin a line, nor steer the terminal, nor turn around what stands beside it.
const harmless = (line: string): string => line.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/\p{Bidi_Control}/gu, '')
