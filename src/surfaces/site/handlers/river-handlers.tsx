import { placeInQuery } from '#newsroom/addresses/place-path.ts'
import { findNewest, findRiver } from '#newsroom/live/find-river.ts'
import type { LiveReader } from '#newsroom/live/live-reader.ts'
import { asItStands } from '#newsroom/live/project-standing.ts'
import { listFacets } from '#newsroom/live/list-facets.ts'
import { listRiver } from '#newsroom/live/list-river.ts'
import { projectStatements } from '#newsroom/live/statements-of.ts'
import { inLanguage, routes } from '#src/routes.ts'
import { named, placeInWords } from '#surfaces/ui/in-words.ts'
import type { PageHandler, PageRequest } from '#surfaces/ui/page-request.ts'
import type { AskedRiver, RiverSubject } from '#surfaces/ui/river-of.ts'
import { movedTo } from '#surfaces/ui/page-request.ts'
import { riverMoved } from '#surfaces/ui/river-moved.ts'
import { riverOf } from '#surfaces/ui/river-of.ts'

import type { Choice, FacetChoices } from '../pages/facet-form.tsx'
import { FrontPage } from '../pages/front-page.tsx'
import { ProjectPage } from '../pages/project-page.tsx'
import { ProjectsPage } from '../pages/projects-page.tsx'
import type { RiverHead } from '../pages/river-page.tsx'
import { RiverPage } from '../pages/river-page.tsx'
import { pagePath } from '../page-path.ts'
import { printHtml } from '../print-html.ts'
import type { SiteAssets } from '../site-assets.ts'
import { siteContextOf } from '../site-context-of.ts'

const latestOnFront = 9
const runningFirst = { running: 0, planned: 1, closed: 2 }

/** The pages that show stories newest first. A page beyond the last is not there. */
export function riverHandlers(assets: SiteAssets): [string, PageHandler][] {
  const river: PageHandler = (request) => riverPage(request, assets)
  return [
    [routes.front, (request) => frontPage(request, assets)],
    [routes.news, river],
    [routes.section, river],
    [routes.topic, river],
    [routes.place, river],
    [routes.archive, river],
    [routes.project, river],
    [routes.projects, async (request) => printHtml(<ProjectsPage site={siteContextOf(request, assets)} projects={projectsOf(request)} />)],
  ]
}

async function frontPage(request: PageRequest, assets: SiteAssets) {
  const latest = await findNewest(request.live, request.language, 'all', latestOnFront)
  const projects = projectsOf(request).filter((project) => project.status === 'running' && !project.isArchived)
  return printHtml(<FrontPage site={siteContextOf(request, assets)} latest={latest} projects={projects} />)
}

/** The front page from settings that may not be the newsroom's yet. */
export async function printFront(
  live: LiveReader,
  { language, origin, assets }: { language: string; origin: string; assets: SiteAssets },
): Promise<string> {
  const asked = inLanguage(routes.front, language, live.defaultLanguage)
  const { body } = await frontPage({ live, path: routes.front, params: {}, query: new URLSearchParams(), language, asked, origin }, assets)
  return body
}

async function riverPage(request: PageRequest, assets: SiteAssets) {
  const moved = riverMoved(request)
  if (moved !== undefined) return movedTo(moved)
  const asked = riverOf(request)
  if (!asked) return undefined
  // Only all news can be narrowed; another river would be purged with every release if it asked what there is.
  const [river, choices] = await Promise.all([
    findRiver(request.live, request.language, asked.facets, asked.page),
    asked.subject.kind === 'news' ? choicesOf(request) : undefined,
  ])
  if (river.page > river.pages || (asked.subject.kind === 'year' && river.total === 0)) return undefined
  const { isAside, chosen } = asked
  const pageHref = (page: number) => pagePath(request, request.path, request.language, chosen, page)
  const translations = await yearElsewhere(request, asked)
  const own = { river: request.path, query: chosen, number: asked.page, ...(translations && { translations }) }
  const site = siteContextOf(request, assets, own)
  if (asked.subject.kind === 'project') {
    const project = asItStands(request.live, asked.subject.project)
    const statements = projectStatements(request.live, project, request.language)
    return { ...printHtml(<ProjectPage {...{ site, project, statements, river, pageHref }} />), isAside }
  }
  const head = headOf(asked.subject)
  const page = <RiverPage {...{ site, head, river, pageHref }} facets={chosen} {...(choices && { choices })} />
  return { ...printHtml(page), isAside }
}

/** A year has a page in those languages alone that have news of it. */
async function yearElsewhere({ live, path }: PageRequest, { subject, facets }: AskedRiver) {
  if (subject.kind !== 'year') return undefined
  const rivers = live.registers.settings.languages.map(async (language) => ({
    language,
    path,
    ...(await listRiver(live, { language, facets, atMost: 1 })),
  }))
  return (await Promise.all(rivers)).filter(({ items }) => items.length > 0)
}

function headOf(subject: Exclude<RiverSubject, { kind: 'project' }>): RiverHead {
  return subject.kind === 'year' ? { kind: 'archive', year: Number(subject.year) } : subject
}

function projectsOf({ live }: PageRequest) {
  return [...live.registers.projects.values()]
    .map((project) => asItStands(live, project))
    .toSorted(
      (a, b) =>
        Number(a.isArchived) - Number(b.isArchived) || runningFirst[a.status] - runningFirst[b.status] || a.slug.localeCompare(b.slug),
    )
}

async function choicesOf({ live, language }: PageRequest): Promise<FacetChoices> {
  const { sections, projects, topics } = live.registers
  const { years, places } = await listFacets(live, language)
  const byName = (a: Choice, b: Choice) => a.name.localeCompare(b.name, language)
  return {
    section: [...sections.values()].map(({ slug, name }) => ({ value: slug, name: named(name, language) })),
    project: [...projects.values()]
      .map(({ slug, acronym, title }) => ({ value: slug, name: acronym ?? named(title, language) }))
      .toSorted(byName),
    place: places.map((place) => ({ value: placeInQuery(place.code), name: placeInWords(place, language) })).toSorted(byName),
    topic: [...topics.values()].map(({ slug, name }) => ({ value: slug, name: named(name, language) })).toSorted(byName),
    year: years.map((year) => ({ value: year, name: year })),
  }
}
