import type { DeskWords } from '../words/desk-words.ts'

export type ScriptWords = DeskWords['scripts']

/** What scripts say, in the language of the desk: the page brings it. */
export function scriptWords(): ScriptWords {
  const said: ScriptWords = JSON.parse(document.body.dataset['words'] ?? '{}')
  return said
}

/** The hour of a moment where the reader is; with its day when that is not today. */
export function hourOf(moment: string): string {
  const at = new Date(moment)
  const isToday = at.toDateString() === new Date().toDateString()
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const)
  return at.toLocaleString(pageLocale(), { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** How the page's language writes dates: English as the rest of the desk does, the day before the month. */
export function pageLocale(): string {
  const { lang } = document.documentElement
  return lang === 'en' ? 'en-GB' : lang
}
