import type { DeskWords } from '../words/desk-words.ts'

/** What a field is called; one that a word is missing for is called by its name. */
export function fieldName(words: DeskWords['registers'], name: string): string {
  const names: Readonly<Record<string, string>> = words.fields
  return names[name] ?? name
}

export function choiceName(words: DeskWords['registers'], value: string): string {
  const names: Readonly<Record<string, string>> = words.choices
  return names[value] ?? value
}

/** What the button says that adds a row. */
export function addRowName(words: DeskWords['registers'], field: string): string {
  const names: Readonly<Record<string, string>> = words.addRow
  return names[field] ?? field
}

/** What a row is called by its place. */
export function rowName(words: DeskWords['registers'], field: string, n: number): string {
  const names: Readonly<Record<string, (n: number) => string>> = words.row
  return names[field]?.(n) ?? String(n)
}
