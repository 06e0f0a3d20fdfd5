/**
 * A text with at most eight combining marks on a letter, which no language passes. Putting more of them in order (Unicode Standard Annex 15)
 * takes time that grows with their square.
 */
export const fewMarks = (text: string): string => text.replace(/(\p{M}{8})\p{M}+/gu, '$1')
