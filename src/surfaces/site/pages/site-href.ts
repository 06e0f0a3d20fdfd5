import { inLanguage } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'

/** A path of the site in the reader's language, or in the language of the edition it leads to. */
export function siteHref(site: SiteContext, path: string, language: string = site.language): string {
  return inLanguage(path, language, site.settings.languages[0] ?? 'en')
}
