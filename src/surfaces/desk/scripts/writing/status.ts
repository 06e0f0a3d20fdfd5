import { filled } from '#lib/filled.ts'

import { make } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'
import { hourOf } from '../script-words.ts'
import type { SaverState } from './saver.ts'
import { hasUnsent } from './saver.ts'
import { partOf } from './sheet.ts'

type Told = {
  state: SaverState
  words: ScriptWords
  signIn: string
  isKept: boolean
  isEditorMissing: boolean
  stateNews: string | null
  notKept: readonly string[]
  takeOver(): void
}

const patience = 1000
let later: ReturnType<typeof setTimeout> | undefined

/** Says how the text stands: a few words in the bar always, and a line above the text when something is to be done. */
export function showStatus(told: Told): void {
  clearTimeout(later)
  const { sending } = told.state
  const isSlow = sending !== null && Date.now() - sending.since >= patience
  if (sending && !isSlow) later = setTimeout(() => showStatus(told), sending.since + patience - Date.now())
  const bar = partOf('saved')
  const said = sentenceOf(told, isSlow)
  if (bar && said !== '' && bar.textContent !== said) bar.textContent = said
  if (bar) bar.dataset['mode'] = told.state.mode
  showNotice(told)
}

function sentenceOf({ state, words, isKept, notKept }: Told, isSlow: boolean): string {
  const kept = isKept ? words.kept : words.notKept
  if (state.mode === 'offline') return filled(words.offline, { kept })
  if (state.mode === 'signed out') return filled(words.signedOut, { kept })
  if (state.mode === 'refused') return filled(words.notSaved, { kept })
  if (state.mode === 'stale' || (state.mode === 'pen elsewhere' && hasUnsent(state))) return filled(words.notSaved, { kept })
  if (isSlow) return words.saving
  if (state.savedAt === null) return ''
  return filled(notKept.length > 0 ? words.savedWithout : words.saved, { at: hourOf(state.savedAt), fields: notKept.join(', ') })
}

function showNotice(told: Told): void {
  const notice = partOf('notice')
  if (!notice) return
  const parts = noticeOf(told)
  const key = parts.map((part) => (typeof part === 'string' ? part : part.textContent)).join(' ')
  // Said again is read out again.
  if (notice.dataset['said'] === key) return
  if (parts.length === 0 && notice.dataset['said'] === undefined) return
  notice.dataset['said'] = key
  notice.replaceChildren(...parts)
  notice.hidden = parts.length === 0
}

function noticeOf({ state, words, signIn, isEditorMissing, stateNews, takeOver }: Told): (string | HTMLElement)[] {
  if (state.mode === 'signed out') {
    return [words.signInWhy, ' ', make('a', { href: signIn, target: '_blank', rel: 'noopener' }, words.signIn)]
  }
  if (stateNews !== null) {
    const again = make('button', { type: 'button', class: 'quiet' }, words.loadAgain)
    again.addEventListener('click', () => location.reload())
    return [filled(words.stateChanged, { state: stateNews }), ' ', ...(hasUnsent(state) ? [words.unsentKept, ' '] : []), again]
  }
  if (state.mode === 'pen elsewhere' && state.holder) {
    const { name, since, isOwn } = state.holder
    const who = filled(isOwn ? words.penOwn : words.penElsewhere, { name, at: hourOf(since) })
    const button = make('button', { type: 'button', class: 'quiet', 'data-take-over': true }, words.takeOver)
    button.addEventListener('click', takeOver)
    return [who, ' ', ...(hasUnsent(state) ? [words.unsentKept, ' '] : []), button]
  }
  if (state.mode === 'refused' && state.refusal !== null) return [state.refusal || words.refused]
  return isEditorMissing ? [words.noEditor] : []
}
