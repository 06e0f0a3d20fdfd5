/** Something to choose; `text` is its name. */
export type Named = { value: string; text: string }
/** What was found of the names, and how many more there are. */
export type Found = { found: Named[]; more: number }

let asking: AbortController | undefined

/** What a large register has of some words; nothing where it cannot be reached, undefined where more was typed meanwhile. */
export async function askNames(address: string, words: string): Promise<Found | undefined> {
  asking?.abort()
  const own = new AbortController()
  asking = own
  try {
    const query = new URLSearchParams({ text: words })
    const answer = await fetch(`${address}?${query.toString()}`, { headers: { accept: 'application/json' }, signal: own.signal })
    if (!answer.ok) return nothing
    const { found, more }: { found: { value: string; name: string }[]; more: number } = await answer.json()
    return { found: found.map(({ value, name }) => ({ value, text: name })), more }
  } catch {
    return own.signal.aborted ? undefined : nothing
  }
}

const nothing: Found = { found: [], more: 0 }
