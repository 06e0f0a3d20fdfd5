import type { WritingAddresses } from '../../writing/writing-addresses.ts'
import type { ScriptWords } from '../script-words.ts'

/** The writing page as its scripts see it. The form stays while Turbo changes what is around it; the rest is looked up anew. */
export type Sheet = {
  edition: string
  member: string
  language: string
  direction: 'ltr' | 'rtl'
  mayWrite: boolean
  isPublic: boolean
  form: HTMLFormElement
  addresses: WritingAddresses
  words: ScriptWords
}

export function readSheet(place: HTMLElement, words: ScriptWords): Sheet | undefined {
  const form = place.querySelector<HTMLFormElement>('form[data-form]')
  const { writing: edition, member, language, direction, mayWrite, isPublic, addresses } = place.dataset
  if (!form || !edition || !member || !addresses) return undefined
  return {
    edition,
    member,
    language: language ?? 'en',
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
    mayWrite: mayWrite !== undefined,
    isPublic: isPublic !== undefined,
    form,
    addresses: JSON.parse(addresses),
    words,
  }
}

/** A part of the writing page as it stands now. */
export const partOf = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-writing] [data-${name}]`)

/** What the page was printed with. */
export function printedWith<T>(name: string): T | null {
  const text = document.querySelector<HTMLElement>('[data-writing]')?.dataset[name]
  return text === undefined ? null : JSON.parse(text || '""')
}

/** What was printed is not so any more. */
export function reprint(name: string, value: unknown): void {
  const page = document.querySelector<HTMLElement>('[data-writing]')
  if (page) page.dataset[name] = JSON.stringify(value)
}
