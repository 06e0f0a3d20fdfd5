import { pino } from 'pino'
import type { Logger } from 'pino'

export type Log = Logger

/** Lines of JSON for machines; on a terminal only what a person should act on. */
export function openLog(write: (line: string) => unknown, level: 'info' | 'warn'): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write })
}
