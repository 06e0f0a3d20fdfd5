/** A moment as RFC 3339 writes it, of the years that every archive takes; undefined for anything else. */
export function isoMoment(text: string): Date | undefined {
  const at = new Date(text)
  return /^(?!0000)\d{4}-/.test(text) && !Number.isNaN(at.getTime()) ? at : undefined
}
