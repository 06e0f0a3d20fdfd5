import { Failure } from '#lib/failure.ts'
import type { StyleEntry } from '#newsroom/checks/check-house-style.ts'

/** Entries of one language as an editor writes them: "Turkey = Türkiye", one a line; a sign that reads the same from right to left. */
export function linesOfStyle(entries: readonly StyleEntry[], language: string): string {
  return entries
    .filter((entry) => entry.language === language)
    .map(({ wrong, right }) => `${wrong} = ${right}`)
    .join('\n')
}

/** Reads such lines back; arrows and a tab, as tables are pasted, will do too. A line without one is refused by its number. */
export function styleOfLines(lines: string, language: string): StyleEntry[] {
  return lines.split(/\r?\n/).flatMap((line, i): StyleEntry[] => {
    if (line.trim() === '') return []
    const parts = line.split(/\s*(?:→|->|=>|=|\t)\s*/u).map((part) => part.trim())
    const [wrong, right] = parts
    if (parts.length === 2 && wrong && right) return [{ wrong, right, language }]
    throw new Failure(
      'invalid',
      'bad-style-line',
      `Line ${i + 1} (${language}) is not understood: “${line.trim().slice(0, 60)}”. Write it as Turkey = Türkiye.`,
      { values: { line: i + 1, language, field: `style ${language}` } },
    )
  })
}
