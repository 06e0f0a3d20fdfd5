/** Texts in the order given, so many and so long at most in each batch; one that is longer by itself goes alone. */
export function batchesOf(texts: readonly string[], most: { texts: number; characters: number }): string[][] {
  const batches: string[][] = []
  let characters = 0
  for (const text of texts) {
    const last = batches.at(-1)
    if (last && last.length < most.texts && characters + text.length <= most.characters) {
      last.push(text)
      characters += text.length
    } else {
      batches.push([text])
      characters = text.length
    }
  }
  return batches
}
