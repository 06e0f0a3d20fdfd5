/** Two things with a colon between them, in the typography of a language: French has a space before it that does not break. */
export const withColon = (first: string, second: string, language: string): string =>
  `${first}${/^fr\b/.test(language) ? '\u00a0' : ''}: ${second}`
