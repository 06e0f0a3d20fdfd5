/** A stretch of a body's plain text, and the source that it comes from: `length` letters at `at`, which stand at `done` in the source. */
export type Run<Source> = { at: number; length: number; source: Source; done: number }

/**
 * Which letters of a body's plain text come from which of its sources, in the order of `bodyText`. That puts line breaks between and trims; the
 * words themselves come in the order of the sources, so the two are walked side by side.
 */
export function alignTexts<Source extends { text: string }>(text: string, sources: readonly Source[]): Run<Source>[] {
  const runs: Run<Source>[] = []
  let at = 0
  for (const source of sources) {
    let done = 0
    while (done < source.text.length && at < text.length) {
      const length = sharedLength(text, at, source.text, done)
      if (length > 0) {
        runs.push({ at, length, source, done })
        at += length
        done += length
      } else if (text[at] === '\n') at += 1
      else done += 1
    }
  }
  return runs
}

/** The parts of the sources that make a stretch of the text, in order; `from` and `to` count the letters of the source. */
export function partsOf<Source>(runs: readonly Run<Source>[], { from, to }: { from: number; to: number }) {
  return runs
    .filter(({ at, length }) => at < to && at + length > from)
    .map(({ at, length, source, done }) => ({
      source,
      from: done + Math.max(0, from - at),
      to: done + Math.min(length, to - at),
    }))
}

function sharedLength(text: string, at: number, other: string, from: number): number {
  let length = 0
  while (from + length < other.length && at + length < text.length && text[at + length] === other[from + length]) length += 1
  return length
}
