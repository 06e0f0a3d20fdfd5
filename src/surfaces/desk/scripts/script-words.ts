import { momentInWords, timeInWords } from '../frame/moments.ts'
import type { DeskWords } from '../words/desk-words.ts'

export type ScriptWords = DeskWords['scripts']

/** What scripts say, in the language of the desk: the page brings it. */
export function scriptWords(): ScriptWords {
  const said: ScriptWords = JSON.parse(document.body.dataset['words'] ?? '{}')
  return said
}

/** The hour of a moment, with its day when that is not today: by the newsroom's clock, as everything on the page. */
export function hourOf(moment: string): string {
  const { lang } = document.documentElement
  const timeZone = document.body.dataset['timeZone'] ?? 'UTC'
  const dayOf = (at: Date) => at.toLocaleDateString('en', { timeZone })
  const at = new Date(moment)
  return dayOf(at) === dayOf(new Date()) ? timeInWords(at, timeZone, lang) : momentInWords(at, timeZone, lang)
}
