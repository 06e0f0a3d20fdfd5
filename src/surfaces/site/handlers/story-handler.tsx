import type { AddressAnswer } from '#newsroom/live/find-address.ts'
import { findAddress } from '#newsroom/live/find-address.ts'
import type { LiveReader } from '#newsroom/live/live-reader.ts'
import { findNewest } from '#newsroom/live/find-river.ts'
import { draftStory, findStory } from '#newsroom/live/find-story.ts'
import { frameHosts } from '#newsroom/stories/embed-providers.ts'
import { dayIn } from '#newsroom/stories/live-edition.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { inLanguage, link, routes } from '#src/routes.ts'
import { dayInWords } from '#surfaces/ui/day.ts'
import type { PageAnswer, PageRequest } from '#surfaces/ui/page-request.ts'
import { movedTo } from '#surfaces/ui/page-request.ts'
import { hasEmbed } from '#surfaces/ui/print-embed.tsx'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'

import { GonePage, NotFoundPage } from '../pages/notice-pages.tsx'
import { StoryPage } from '../pages/story-page.tsx'
import { printHtml } from '../print-html.ts'
import type { SiteAssets } from '../site-assets.ts'
import { siteContextOf } from '../site-context-of.ts'

const helpful = 5

// A page that has an embed may frame the providers on the list; no other page frames anything.
const framingHeaders = {
  'content-security-policy': `${securityHeaders['content-security-policy']}; frame-src ${frameHosts.map((host) => `https://${host}`).join(' ')}`,
}

/** /news/{slug}: the story, or undefined where its address has something else to say. */
export async function storyPage(request: PageRequest, assets: SiteAssets): Promise<PageAnswer | undefined> {
  const { live, language, params } = request
  const address = await findAddress(live, pathOf(request), { slug: params['slug'] ?? '', language })
  if (address.kind !== 'lives') return undefined
  const story = await findStory(live, address.release)
  if (!story) return undefined
  const editions = [{ language, slug: story.slug }, ...story.editions]
  const translations = editions.map((edition) => ({ language: edition.language, path: link(routes.story, { slug: edition.slug }) }))
  const page = printHtml(<StoryPage site={siteContextOf(request, assets, { translations })} story={story} />)
  return hasEmbed(story.body) ? { ...page, headers: { ...page.headers, ...framingHeaders } } : page
}

/** A revision that readers do not have, as its page would be printed now. */
export async function printDraft(
  live: LiveReader,
  draft: Parameters<typeof draftStory>[1],
  { origin, assets }: { origin: string; assets: SiteAssets },
): Promise<string> {
  const path = link(routes.story, { slug: draft.content.slug || draft.edition })
  const { language } = draft
  const request: PageRequest = { live, path, params: {}, query: new URLSearchParams(), language, asked: path, origin }
  const story = await draftStory(live, draft)
  return printHtml(<StoryPage site={siteContextOf(request, assets, { translations: [{ language, path }] })} story={story} />).body
}

/** Any address that no page of ours answers: moved, gone, or never there. */
export async function otherwise(request: PageRequest, assets: SiteAssets): Promise<PageAnswer> {
  const { live, asked } = request
  const tidy = withoutLastSlash(asked)
  const address = await firstKnown(live, [pathOf(request), asked, tidy ?? withLastSlash(asked)])
  if (address.kind === 'moved' && live.registers.settings.languages.includes(address.language))
    return movedTo(inLanguage(link(routes.story, { slug: address.slug }), address.language, live.defaultLanguage))
  if (address.kind === 'elsewhere') return movedTo(address.path)
  if (tidy && address.kind !== 'gone' && address.kind !== 'ended') return movedTo(tidy)
  const newest = await findNewest(live, request.language, 'all', helpful)
  const site = siteContextOf(request, assets, { translations: [] })
  const reason = reasonOf(address, request)
  if (reason !== undefined) return printHtml(<GonePage site={site} reason={reason} newest={newest} />, 410)
  return printHtml(<NotFoundPage site={site} newest={newest} />, 404)
}

/** Why readers no longer see what was here; undefined where nothing was. */
function reasonOf(address: AddressAnswer, { live, language }: PageRequest): string | undefined {
  if (address.kind === 'gone') return address.reason
  if (address.kind !== 'ended') return undefined
  return wordsIn(language).endedOn(dayInWords(dayIn(address.at, live.registers.settings.timeZone), language))
}

/** What the first of some spellings of an address knows; archives write theirs with a slash at the end, and their readers without. */
async function firstKnown(live: LiveReader, paths: string[]): Promise<AddressAnswer> {
  for (const path of new Set(paths)) {
    const address = await findAddress(live, path)
    if (address.kind !== 'unknown') return address
  }
  return { kind: 'unknown' }
}

function withLastSlash(asked: string): string {
  const [path = '', ...query] = asked.split('?')
  return [`${path}/`, ...query].join('?')
}

// `/news/` is `/news`; but `//host/` must never become an address of another site.
function withoutLastSlash(asked: string): string | undefined {
  const [path = '', query] = asked.split('?', 2)
  if (!/^\/[^/\\].*[^/]\/$/.test(path)) return undefined
  return path.slice(0, -1) + (query ? `?${query}` : '')
}

// Ours are kept as our links spell them, whatever escapes a reader's browser chose; old ones as they were asked for.
function pathOf({ asked, params, language, live }: PageRequest): string {
  const slug = params['slug']
  return slug === undefined || !asked.includes('/news/') ? asked : inLanguage(link(routes.story, { slug }), language, live.defaultLanguage)
}
