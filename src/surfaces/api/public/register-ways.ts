import { z } from 'zod'

import { stretchOf } from '#lib/stretch-of.ts'
import type { LiveProject } from '#newsroom/live/live-story.ts'
import { api, link, routes } from '#src/routes.ts'
import type { PageRequest } from '#surfaces/ui/page-request.ts'

import { HttpFailure } from '../problem.ts'
import * as shapes from '../shapes/public-shapes.ts'
import { publicList, publicWay } from './public-way.ts'

const query = z.object({})
const paging = { mark: z.object({ name: z.string() }), atOnce: { usual: 100, most: 500 } }

/** A stretch of a register, in the order of its addresses: names differ by language. */
function stretch<Entry>(
  entries: Iterable<Entry>,
  nameOf: (entry: Entry) => string,
  { after, limit }: { after: { name: string } | undefined; limit: number },
) {
  const all = [...entries]
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .filter((entry) => after === undefined || nameOf(entry) > after.name)
  const { items, next } = stretchOf(all, limit)
  return { items, next: next && { name: nameOf(next) } }
}

const withIds = <Entry>(register: ReadonlyMap<string, Entry>) => [...register].map(([id, entry]) => ({ id, ...entry }))
const slugOf = ({ slug }: { slug: string }): string => slug

export const registerWays = [
  publicWay({
    operation: 'readSettings',
    path: api.newsroom,
    summary: 'The newsroom as readers meet it',
    query,
    answer: shapes.newsroomShape,
    read: async ({ live, origin }) => ({ value: { ...live.registers.settings, url: origin } }),
  }),
  publicList({
    operation: 'readSections',
    path: api.sections,
    summary: 'Sections',
    query,
    ...paging,
    name: 'SectionList',
    item: shapes.sectionShape,
    read: async ({ live }, asked) => stretch(withIds(live.registers.sections), slugOf, asked),
  }),
  publicList({
    operation: 'readProjects',
    path: api.projects,
    summary: 'Projects',
    query,
    ...paging,
    name: 'ProjectList',
    item: shapes.projectItemShape,
    read: async ({ live }, asked) => stretch(withIds(live.registers.projects), slugOf, asked),
  }),
  publicWay({
    operation: 'readProject',
    path: api.project,
    summary: 'A project, with those who fund and join it',
    params: z.object({ slug: z.string() }),
    query,
    answer: shapes.projectShape,
    read: async (request) => {
      const slug = request.params['slug'] ?? ''
      const { projects, formerSlugs } = request.live.registers
      const found = withIds(projects).find((project) => project.slug === slug)
      const heir = projects.get(formerSlugs.get(`projects/${slug}`) ?? '')
      if (!found && heir) return { movedTo: link(api.project, { slug: heir.slug }) }
      if (!found) throw new HttpFailure(404, 'no-such-project', 'There is no such project. See the list of them.')
      return { value: projectOf(request, found) }
    },
  }),
  publicList({
    operation: 'readPlaces',
    path: api.places,
    summary: 'Countries, regions of the world, and cities',
    query,
    ...paging,
    name: 'PlaceList',
    item: shapes.placeShape,
    read: async ({ live }, asked) => stretch(live.registers.places.values(), ({ code }) => code, asked),
  }),
  publicList({
    operation: 'readTopics',
    path: api.topics,
    summary: 'Topics, which form a tree',
    query,
    ...paging,
    name: 'TopicList',
    item: shapes.topicShape,
    read: async ({ live }, asked) => stretch(withIds(live.registers.topics), slugOf, asked),
  }),
  publicList({
    operation: 'readOrganisations',
    path: api.organisations,
    summary: 'Those who fund and join projects',
    query,
    ...paging,
    name: 'OrganisationList',
    item: shapes.organisationShape,
    read: async ({ live }, asked) => stretch(withIds(live.registers.organisations), slugOf, asked),
  }),
]

function projectOf({ origin }: PageRequest, project: LiveProject & { id: string }) {
  return { ...project, url: origin + link(routes.project, { slug: project.slug }) }
}
