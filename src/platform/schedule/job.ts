/**
 * Something that is done again and again. It may run in several instances at once, so it claims rows before it acts on them, or does what may be
 * done twice. The signal is aborted when the newsroom stops.
 */
export type Job = { name: string; every: number; run(signal: AbortSignal): Promise<unknown> }

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
