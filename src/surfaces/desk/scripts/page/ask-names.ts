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
    return (await ask(address, [['text', words]], own.signal)) ?? nothing
  } catch {
    return own.signal.aborted ? undefined : nothing
  }
}

/** Gives the choices of a large register that are known by their ids alone their names. */
export async function nameOptions(field: HTMLSelectElement): Promise<void> {
  const address = field.dataset['pick']
  const unnamed = [...field.options].filter(({ value, text }) => value === text && value !== '')
  if (!address || unnamed.length === 0) return
  const answer = await ask(
    address,
    unnamed.map(({ value }) => ['id', value]),
  ).catch(() => undefined)
  const names = new Map(answer?.found.map(({ value, text }) => [value, text]))
  for (const option of unnamed) option.text = names.get(option.value) ?? option.value
  field.dispatchEvent(new CustomEvent('desk:put'))
}

async function ask(address: string, query: string[][], signal?: AbortSignal): Promise<Found | undefined> {
  const said = new URLSearchParams(query).toString()
  const answer = await fetch(`${address}?${said}`, { headers: { accept: 'application/json' }, ...(signal && { signal }) })
  if (!answer.ok) return undefined
  const { found, more }: { found: { value: string; name: string }[]; more: number } = await answer.json()
  return { found: found.map(({ value, name }) => ({ value, text: name })), more }
}

const nothing: Found = { found: [], more: 0 }
