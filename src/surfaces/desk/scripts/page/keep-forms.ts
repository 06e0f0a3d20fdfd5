import { make } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'

/** What was typed in a field, and what stood there before. */
type Kept = { at: number; fields: { [name: string]: { base: string; text: string } } }

const keptDays = 30
const prefix = 'dateline-form '

/** What is typed into a form that is sent as a whole is kept in this browser at once, until it is with the newsroom. */
export function keepForms(page: Document, words: ScriptWords): void {
  const forms = page.querySelectorAll<HTMLFormElement>('form[data-keep]')
  if (forms.length > 0) forgetOld()
  for (const form of forms) keepForm(form, words)
}

function keepForm(form: HTMLFormElement, words: ScriptWords): void {
  const key = `${prefix}${form.dataset['keep']} ${form.getAttribute('action') ?? ''}`
  const notice = make('output', { class: 'kept-notice' })
  form.before(notice)
  const kept = read(key)
  if (kept) {
    const isBack = bringBack(form, kept)
    write(key, unsentIn(form))
    if (isBack) notice.textContent = words.formBack
  }
  form.addEventListener('input', () => write(key, unsentIn(form)))
  form.addEventListener('turbo:submit-end', ({ detail }) => {
    if (detail.success) localStorage.removeItem(key)
  })
  form.addEventListener('turbo:fetch-request-error', (event) => {
    event.preventDefault()
    notice.textContent = words.formUnsent
    notice.scrollIntoView({ block: 'nearest' })
  })
}

/** Puts back what is not in the form yet. Where the text itself has changed since, what was typed stands beneath it, and nothing is put over it. */
function bringBack(form: HTMLFormElement, { fields }: Kept): boolean {
  let isBack = false
  for (const field of form.querySelectorAll('textarea')) {
    const kept = fields[field.name]
    if (!kept || kept.text === field.defaultValue || field.value !== field.defaultValue) continue
    isBack = true
    if (kept.base === field.defaultValue) field.value = kept.text
    else field.after(make('output', { class: 'kept-words', lang: field.lang, dir: field.dir }, kept.text))
  }
  return isBack
}

function unsentIn(form: HTMLFormElement): Kept {
  const typed = [...form.querySelectorAll('textarea')].filter((field) => field.name !== '' && field.value !== field.defaultValue)
  return { at: Date.now(), fields: Object.fromEntries(typed.map((field) => [field.name, { base: field.defaultValue, text: field.value }])) }
}

function read(key: string): Kept | undefined {
  try {
    const kept: Kept = JSON.parse(localStorage.getItem(key) ?? 'null')
    return kept && Object.keys(kept.fields).length > 0 ? kept : undefined
  } catch {
    return undefined
  }
}

// A browser that keeps nothing (full, or private) is no worse off than without this.
function write(key: string, kept: Kept): void {
  try {
    if (Object.keys(kept.fields).length > 0) localStorage.setItem(key, JSON.stringify(kept))
    else localStorage.removeItem(key)
  } catch {
    return
  }
}

function forgetOld(): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix)) continue
    const kept = read(key)
    if (!kept || Date.now() - kept.at > keptDays * 86_400_000) localStorage.removeItem(key)
  }
}
