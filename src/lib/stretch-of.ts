/** A part of a list, and its last line where the list goes on after it. */
export type Stretch<Line> = { items: Line[]; next: Line | undefined }

/** The stretch that begins what was read: one line more than it may have tells that there is more. */
export function stretchOf<Line>(read: readonly Line[], atMost: number): Stretch<Line> {
  const items = read.slice(0, atMost)
  return { items, next: read.length > atMost ? items.at(-1) : undefined }
}
