const longest = 2000

/**
 * The address that someone means, as the body may keep it: http(s), mailto, or a path of this site; null for anything else
 * ("javascript:…" above all). "example.org/x" is taken for https, "ana@example.org" for a mail address.
 */
export function hrefOf(written: string): string | null {
  // Browsers skip these within an address, so that "java\nscript:" would still be one.
  const address = written.replace(/[\t\n\r]/g, '').trim()
  const meant = complete(address)
  return meant !== null && meant.length <= longest ? meant : null
}

/** Whether a text is an address and nothing else, so that pasting it over words means to link them. */
export function isAddress(text: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(text.trim()) && hrefOf(text) !== null
}

function complete(address: string): string | null {
  if (/^https?:\/\//i.test(address)) return URL.canParse(address) ? address : null
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(address) || /^\/(?![/\\])/.test(address)) return address
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return `mailto:${address}`
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}([:/?#]\S*)?$/u.test(address) && URL.canParse(`https://${address}`))
    return `https://${address}`
  return null
}
