import { z } from 'zod'

import type { LiveProject } from '#newsroom/live/live-story.ts'
import { api, link, routes } from '#src/routes.ts'
import type { PageRequest } from '#surfaces/ui/page-request.ts'

import { readMark, writeMark } from '../cursor.ts'
import { HttpFailure } from '../problem.ts'
import * as shapes from '../shapes/public-shapes.ts'
import { cursorInput } from '../shapes/shape.ts'
import { publicWay } from './public-way.ts'

const limit = z.coerce.number().int().min(1).max(500).default(100)
const query = z.object({ limit, cursor: cursorInput })
const mark = z.object({ after: z.string() })

/** A stretch of a register, in the order of its addresses: names differ by language. */
function stretch<Entry>(entries: Iterable<Entry>, nameOf: (entry: Entry) => string, asked: z.infer<typeof query>) {
  const after = readMark(asked.cursor, mark)?.after
  const all = [...entries]
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .filter((entry) => after === undefined || nameOf(entry) > after)
  const items = all.slice(0, asked.limit)
  const last = all.length > items.length ? items.at(-1) : undefined
  const next = last === undefined ? null : writeMark({ after: nameOf(last) })
  return { value: { items, next }, next }
}

const withIds = <Entry>(register: ReadonlyMap<string, Entry>) => [...register].map(([id, entry]) => ({ id, ...entry }))
const slugOf = ({ slug }: { slug: string }): string => slug

export const registerWays = [
  publicWay({
    operation: 'readSettings',
    path: api.newsroom,
    summary: 'The newsroom as readers meet it',
    query: z.object({}),
    answer: shapes.newsroomShape,
    read: async ({ live, origin }) => ({ value: { ...live.registers.settings, url: origin } }),
  }),
  publicWay({
    operation: 'readSections',
    path: api.sections,
    summary: 'Sections',
    query,
    answer: shapes.sectionsShape,
    read: async ({ live }, asked) => stretch(withIds(live.registers.sections), slugOf, asked),
  }),
  publicWay({
    operation: 'readProjects',
    path: api.projects,
    summary: 'Projects',
    query,
    answer: shapes.projectsShape,
    read: async ({ live }, asked) => stretch(withIds(live.registers.projects), slugOf, asked),
  }),
  publicWay({
    operation: 'readProject',
    path: api.project,
    summary: 'A project, with those who fund and join it',
    params: z.object({ slug: z.string() }),
    query: z.object({}),
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
  publicWay({
    operation: 'readPlaces',
    path: api.places,
    summary: 'Countries, regions of the world, and cities',
    query,
    answer: shapes.placesShape,
    read: async ({ live }, asked) => stretch(live.registers.places.values(), ({ code }) => code, asked),
  }),
  publicWay({
    operation: 'readTopics',
    path: api.topics,
    summary: 'Topics, which form a tree',
    query,
    answer: shapes.topicsShape,
    read: async ({ live }, asked) => stretch(withIds(live.registers.topics), slugOf, asked),
  }),
  publicWay({
    operation: 'readOrganisations',
    path: api.organisations,
    summary: 'Those who fund and join projects',
    query,
    answer: shapes.organisationsShape,
    read: async ({ live }, asked) => stretch(withIds(live.registers.organisations), slugOf, asked),
  }),
]

function projectOf({ origin }: PageRequest, project: LiveProject & { id: string }) {
  return { ...project, url: origin + link(routes.project, { slug: project.slug }) }
}
