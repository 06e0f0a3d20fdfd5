import { pino } from 'pino'
import type { Logger } from 'pino'

import { readableLine } from './readable-line.ts'

export type Log = Logger

/** JSON for machines that collect lines, text for a person who looks at a terminal. */
export const logFormats = ['json', 'text'] as const
export type LogFormat = (typeof logFormats)[number]

/** A log that writes whole lines, and tells only what somebody should act on where its level is `warn`. */
export function openLog(write: (line: string) => unknown, level: 'info' | 'warn', format: LogFormat = 'json'): Log {
  const stream = { write: format === 'json' ? write : (line: string) => write(readableLine(line)) }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
}
