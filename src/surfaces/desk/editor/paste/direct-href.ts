/** Where a link leads in the end: Google Docs sends its readers by way of Google, Outlook by way of Microsoft. */
export function directHref(href: string): string {
  if (!URL.canParse(href)) return href
  const url = new URL(href)
  const isGoogle = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url'
  const isOutlook = url.hostname.endsWith('.safelinks.protection.outlook.com')
  const meant = isGoogle ? (url.searchParams.get('q') ?? url.searchParams.get('url')) : isOutlook ? url.searchParams.get('url') : null
  return meant !== null && /^https?:\/\//i.test(meant) ? meant : href
}
