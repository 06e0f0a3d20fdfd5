import type { ScriptWords } from '../script-words.ts'
import { OpenText } from './open-writing.ts'
import { partOf } from './sheet.ts'

let open: Promise<OpenText | undefined> | undefined
let edition: string | undefined
let closing: Promise<unknown> = Promise.resolve()

/** Opens the text of a writing page, once, and keeps it open while Turbo changes only what is around it. */
export async function beginWriting(place: HTMLElement, words: ScriptWords): Promise<void> {
  if (edition === place.dataset['writing']) return (await open)?.showAgain()
  edition = place.dataset['writing']
  // The text that was open before leaves its seat first.
  open = closing.then(() => OpenText.open(place, words))
  await open
}

export async function endWriting(): Promise<void> {
  const was = open
  open = undefined
  edition = undefined
  closing = closing.then(async () => (await was)?.close()).catch(() => undefined)
  await closing
}

/** Everything typed is with the server; false: it could not be brought there. */
export async function saveFirst(isAutosave = true): Promise<boolean> {
  return (await (await open)?.flush(isAutosave)) ?? true
}

/** What acts upon a saved text is done when it is saved. */
export function saveBeforeActs(words: () => ScriptWords): void {
  const ready = new WeakSet<HTMLFormElement>()
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !open || ready.delete(form)) return
      const isText = form.matches('[data-form]')
      if (!isText && !form.matches('[data-after-save]')) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { submitter } = event
      void saveFirst(!isText).then((isSaved) => {
        if (isText) return
        if (!isSaved) return tell(words().unsentFirst)
        ready.add(form)
        // Not while the browser is still telling of the first submission: it would do nothing.
        setTimeout(() => form.requestSubmit(submitter))
      })
    },
    { capture: true },
  )
  document.addEventListener('keydown', (event) => {
    if (!open || event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    void saveFirst(false)
  })
}

function tell(sentence: string): void {
  const notice = partOf('notice')
  if (!notice) return
  delete notice.dataset['said']
  notice.textContent = sentence
  notice.hidden = false
  notice.scrollIntoView({ block: 'nearest' })
}
