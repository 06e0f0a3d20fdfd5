/** Whether a text is one language tag as BCP 47 (RFC 5646) writes it. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
