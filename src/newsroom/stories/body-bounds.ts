const largest = 1_000_000
// A list in a list in a cell, twelve lists deep: two nodes a list, and an object and an array a node.
const deepest = 64

/** Whether a value is no larger than a body may be: 1,000,000 characters as JSON, 12 lists deep. Never runs out of stack, however deep the value. */
export function isWithinBounds(value: unknown): boolean {
  let level: unknown[] = [value]
  let values = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length
    // Each value is a character at least, and a comma.
    if (depth > deepest || values > largest / 2) return false
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return (JSON.stringify(value) ?? '').length <= largest
}
