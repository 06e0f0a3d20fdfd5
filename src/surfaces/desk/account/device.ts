type Named = readonly [name: string, pattern: RegExp]

// The first that fits: most browsers claim to be the ones before them too.
const browsers: readonly Named[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
]
const systems: readonly Named[] = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

/** What a browser says it is (RFC 9110, section 10.1.5), as people call it; undefined where it says nothing that we know. */
export function deviceOf(userAgent: string): { browser: string; system: string } | undefined {
  const browser = nameIn(browsers, userAgent)
  const system = nameIn(systems, userAgent)
  return browser !== undefined && system !== undefined ? { browser, system } : undefined
}

const nameIn = (names: readonly Named[], userAgent: string): string | undefined => names.find(([, pattern]) => pattern.test(userAgent))?.[0]
