/** Tags name what a page was printed from; an act purges the pages that carry one of the tags it touches. */
export const storyTag = (story: string): string => `story:${story}`
export const riverTag = (facet: string, language: string): string => `river:${facet}:${language}`
/** Of every address that an edition ever had, whatever stands there now. */
export const editionTag = (edition: string): string => `edition:${edition}`
export const addressTag = (path: string): string => `address:${path}`

/** The registers and settings, which every page names things from. They change rarely and are purged as one. */
export const registersTag = 'registers'
