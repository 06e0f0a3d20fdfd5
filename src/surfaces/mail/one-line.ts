import { cutText, legible } from '#lib/legible.ts'

/** What people wrote, as one line that cannot pretend to be several or turn the line around (U+202A to U+202E, U+2066 to U+2069). */
export function oneLine(text: string, limit = 200): string {
  const line = legible(text)
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return line.length > limit ? `${cutText(line, limit - 1)}…` : line
}
