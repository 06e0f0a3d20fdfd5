import type { FormValues } from '../../writing/form-fields.ts'

/** A text as this browser keeps it: what a tab is writing, or what somebody put aside when two texts met. */
export type KeptText = {
  /** The tab's seat at the edition, or a name of its own for what is put aside. */
  id: string
  edition: string
  /** Who wrote it here: nobody else who uses this browser is shown it. */
  member: string
  /** The revision that it was made from, and what that said. */
  madeFrom: number
  base: FormValues
  fields: FormValues
  at: number
  /** The server has it. */
  isSent: boolean
  /** Put aside: shown in a list, and never sent by itself. */
  isAside: boolean
}

const keptDays = 30

export const isPast = (kept: KeptText, now: number): boolean => now - kept.at > keptDays * 86_400_000

/** Of texts with the same id the newest: the one that was written last as the page went away may be newer than the database's. */
export function newestOfEach(some: KeptText[]): KeptText[] {
  const newest = new Map<string, KeptText>()
  for (const kept of some) if (kept.at >= (newest.get(kept.id)?.at ?? 0)) newest.set(kept.id, kept)
  return [...newest.values()].toSorted((a, b) => b.at - a.at)
}

/**
 * What a tab that opens an edition does with what is kept of it: `goOn` is what it goes on writing, `listed` what it offers.
 * What a living tab writes is that tab's own.
 */
export function sortKept(
  some: KeptText[],
  { seat, living }: { seat: string; living: ReadonlySet<string> },
): { goOn: KeptText | undefined; listed: KeptText[] } {
  const goOn = some.find((kept) => kept.id === seat && !kept.isAside && !kept.isSent)
  const listed = some.filter((kept) => kept !== goOn && (kept.isAside || (!kept.isSent && kept.id !== seat && !living.has(kept.id))))
  return { goOn, listed }
}

/** Seats that nobody sits in any more, the one to go on from first: what was never sent, then what was written last. */
export function emptySeats(some: KeptText[], living: ReadonlySet<string>): string[] {
  return some
    .filter((kept) => !kept.isAside && !living.has(kept.id))
    .toSorted((a, b) => Number(a.isSent) - Number(b.isSent) || b.at - a.at)
    .map((kept) => kept.id)
}
