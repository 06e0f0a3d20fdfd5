/**
 * How many items of a pattern each place of a list agrees with from there on: the Z-algorithm (Gusfield, "Algorithms on Strings, Trees, and
 * Sequences", 1997, section 1.4). It looks at no item of the list more than twice, however often the pattern nearly stands there.
 */
export function agreement(list: ArrayLike<number>, pattern: ArrayLike<number>): Uint32Array {
  const own = new Uint32Array(pattern.length)
  own[0] = pattern.length
  // From the second place on: what a pattern agrees with itself builds on what it has said of its earlier places.
  agree(pattern, pattern, { own, counts: own, first: 1 })
  const counts = new Uint32Array(list.length)
  agree(list, pattern, { own, counts, first: 0 })
  return counts
}

type Counting = { own: Uint32Array; counts: Uint32Array; first: number }

function agree(list: ArrayLike<number>, pattern: ArrayLike<number>, { own, counts, first }: Counting): void {
  // The stretch that agrees with the pattern's beginning and reaches farthest.
  let [begins, ends] = [0, 0]
  for (let at = first; at < list.length; at += 1) {
    let count = at < ends ? Math.min(own[at - begins] ?? 0, ends - at) : 0
    if (at + count >= ends) {
      while (count < pattern.length && at + count < list.length && list[at + count] === pattern[count]) count += 1
      begins = at
      ends = at + count
    }
    counts[at] = count
  }
}
