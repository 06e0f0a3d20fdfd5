/** What a field is called by programs alone: no person has seen these. */
export const rawName = /\b[a-z]+[A-Z]\w*|\w+\.\w+\.\w+|^[a-z]+:/

/** How the library that reads what is sent would say what is wrong with it. */
export const libraryWords =
  /invalid|expected|received|too (?:small|big)|unrecognized|ISO date|UUID|must (?:be|match)|pattern|>=|<=|\bstring\b|\barray\b|undefined|\bnan\b/i
