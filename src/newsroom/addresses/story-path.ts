import { inLanguage, link, routes } from '#src/routes.ts'

/** The public path of an edition, as addresses keep it: percent-encoded, with the prefix of a language that is not the default. */
export function storyPath(slug: string, language: string, defaultLanguage: string): string {
  return inLanguage(link(routes.story, { slug }), language, defaultLanguage)
}
