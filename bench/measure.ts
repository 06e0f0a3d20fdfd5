/** Runs work so many times, one after the other; returns the milliseconds of each, sorted. */
export async function timed(times: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let index = 0; index < times; index += 1) {
    const began = performance.now()
    await work(index)
    taken.push(performance.now() - began)
  }
  return taken.toSorted((a, b) => a - b)
}

/** The value below which a share of sorted values lies. */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function report(what: string, value: string, aim: string): void {
  console.log(`${what.padEnd(72)} ${value.padStart(16)}   aim ${aim}`)
}

export const ms = (value: number): string => `${value.toFixed(2)} ms`
