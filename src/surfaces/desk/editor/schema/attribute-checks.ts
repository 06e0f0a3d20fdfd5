/** Checks of a node's attributes, as ProseMirror wants them: they throw, and the node is refused. */
type Check = (value: unknown) => void

export function oneOf(name: string, allowed: readonly unknown[]): Check {
  return check(name, (value) => allowed.includes(value))
}

export function wholeUpTo(name: string, most: number): Check {
  return check(name, (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most)
}

export function textUpTo(name: string, longest: number): Check {
  return check(name, (value) => typeof value === 'string' && value.length <= longest)
}

export function wordsUpTo(name: string, longest: number): Check {
  return check(name, (value) => typeof value === 'string' && value.length > 0 && value.length <= longest)
}

export function textOrNull(name: string, longest: number): Check {
  return check(name, (value) => value === null || (typeof value === 'string' && value.length <= longest))
}

function check(name: string, isFine: (value: unknown) => boolean): Check {
  return (value) => {
    if (!isFine(value)) throw new RangeError(`${name} is not as the body has it`)
  }
}
