/**
 * A text without what no document may hold: half characters, NUL and the other control characters (U+0000 to U+001F but tab and line breaks,
 * U+007F to U+009F), U+FFFE and U+FFFF. What is left is a string of XML 1.0 and of PostgreSQL, and moves no terminal's cursor.
 */
export function legible(text: string): string {
  return text.toWellFormed().replace(unprintable, '')
}

/** The text's beginning, at most `limit` UTF-16 code units, never half a character. */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/u, '')
}

// oxlint-disable-next-line no-control-regex -- they are what it takes out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu
