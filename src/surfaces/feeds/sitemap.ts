const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** A sitemap of absolute addresses with the moments of their last change. */
export function generateSitemap(urls: { address: string; changedAt?: Date }[]): string {
  const entries = urls.map(
    ({ address, changedAt }) =>
      `<url><loc>${escape(address)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`,
  )
  return `${head}<urlset ${namespace}>\n${entries.join('\n')}\n</urlset>\n`
}

export function generateSitemapIndex(addresses: string[]): string {
  const entries = addresses.map((address) => `<sitemap><loc>${escape(address)}</loc></sitemap>`)
  return `${head}<sitemapindex ${namespace}>\n${entries.join('\n')}\n</sitemapindex>\n`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
