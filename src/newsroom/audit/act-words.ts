import { fold } from '#lib/fold.ts'

const longestWord = 60

/** Words as the audit log is searched by them: without case, accents and signs. */
export function wordsIn(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => word.slice(0, longestWord)))]
}

/** By which words a line of the log is found: who, to what, and what, as the operation is called and in its single words. */
export function actWords({ by, act, name }: { by: string; act: string; name: string }): string[] {
  return wordsIn([by, name, act, act.replace(/\p{Lu}/gu, ' $&')].join(' '))
}
