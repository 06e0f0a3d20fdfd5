import type { Patience } from './ask-service.ts'
import { away } from './ask-service.ts'

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

type Asking = { name: string; patience: Patience; signal: AbortSignal | undefined }

/** Asks for one batch after the other, all in the time that there is for them. */
export async function askInBatches(
  batches: string[][],
  { name, patience, signal }: Asking,
  ask: (batch: string[], signal: AbortSignal) => Promise<string[]>,
): Promise<string[]> {
  const timeIsUp = AbortSignal.timeout(patience.inAll)
  const leave = signal ? AbortSignal.any([signal, timeIsUp]) : timeIsUp
  const translated: string[] = []
  try {
    for (const batch of batches) translated.push(...(await ask(batch, leave)))
    return translated
  } catch (error) {
    throw timeIsUp.aborted && !signal?.aborted ? away(name, 'it takes too long', error) : error
  }
}
