import { sql } from 'kysely'

import type { Reader } from '#platform/database/database.ts'
import { inLanguage, routes, withoutFeed } from '#src/routes.ts'

import { placeCode } from '../addresses/place-path.ts'
import type { PathState } from './check-links.ts'

type Asked = {
  moment: Date
  languages: string[]
  ownPath: string
  /** Whether whoever asks may read an edition that readers do not see yet; absent: the newsroom itself asks. */
  mayRead?: ((edition: string) => Promise<boolean>) | undefined
}

/** What stands at some paths of the site at a moment: pages, stories, what will be public, what was withdrawn, and addresses of old. */
export async function readPathStates(db: Reader, paths: string[], asked: Asked): Promise<(path: string) => PathState> {
  const states = new Map<string, PathState>([[asked.ownPath, 'public']])
  const open = [...new Set(paths)].filter((path) => !states.has(path))
  if (open.length === 0) return stateIn(states)
  for (const path of open) if (isFixedPage(path, asked.languages)) states.set(path, 'public')
  await readAddresses(db, open, asked, states)
  await readRegisterPages(db, open, asked, states)
  const drafts = open.filter((path) => !states.has(path)).flatMap((path) => partsOf(path, asked.languages, routes.story) ?? [])
  if (drafts.length > 0) await readDrafts(db, drafts, asked, states)
  return stateIn(states)
}

const stateIn =
  (states: ReadonlyMap<string, PathState>) =>
  (path: string): PathState =>
    states.get(path) ?? 'unknown'

/** Pages that are always there, in every language of the newsroom, and rivers' feeds. */
function isFixedPage(path: string, languages: string[]): boolean {
  const bare = withoutFeed(path.split('?')[0] ?? path)
  return languages.some((language) => {
    const own = [routes.front, routes.news, routes.projects, routes.search].map((page) => inLanguage(page, language, languages[0] ?? 'en'))
    return own.includes(bare) || /^\d{4}$/.test(partsOf(bare, languages, routes.archive)?.name ?? '')
  })
}

type Parts = { path: string; name: string; language: string }

/** The language and the last part of a path of a route that ends in a parameter; undefined for another path. */
function partsOf(path: string, languages: string[], route: string): Parts | undefined {
  const head = route.replace(/:\w+$/, '')
  for (const language of languages) {
    const prefix = inLanguage(head, language, languages[0] ?? 'en')
    if (path.startsWith(prefix) && !path.slice(prefix.length).includes('/')) {
      const name = decoded(path.slice(prefix.length))
      if (name !== '') return { path, name, language }
    }
  }
  return undefined
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

async function readAddresses(db: Reader, paths: string[], { moment, mayRead }: Asked, states: Map<string, PathState>): Promise<void> {
  const rows = await db
    .selectFrom('live.address as address')
    .leftJoin('live.edition as edition', 'edition.edition_id', 'address.edition_id')
    .select(['address.path', 'address.edition_id', 'address.since', 'edition.visible_from', 'edition.visible_until'])
    .where('address.path', 'in', paths)
    .execute()
  for (const [path, editions] of Map.groupBy(rows, (row) => row.path)) {
    const state = addressState(editions, moment)
    const ids = editions.map((edition) => edition.edition_id)
    if (state !== 'later' || (await isTold(ids, mayRead))) states.set(path, state)
  }
}

/** That a story is coming is told to those alone who may read it. */
async function isTold(editions: string[], mayRead: Asked['mayRead']): Promise<boolean> {
  if (!mayRead) return true
  for (const edition of new Set(editions)) if (await mayRead(edition)) return true
  return false
}

type AddressRow = { since: Date; visible_from: Date | null; visible_until: Date | null }

function addressState(editions: AddressRow[], moment: Date): PathState {
  if (editions.some(({ since }) => since > moment)) return 'later'
  const isSeen = editions.some(
    ({ visible_from, visible_until }) =>
      visible_from !== null && visible_from <= moment && (visible_until === null || visible_until > moment),
  )
  if (isSeen) return 'public'
  return editions.some(({ visible_from }) => visible_from !== null && visible_from > moment) ? 'later' : 'gone'
}

const registers = [
  { route: routes.section, table: 'live.section', key: 'slug', register: 'sections' },
  { route: routes.project, table: 'live.project', key: 'slug', register: 'projects' },
  { route: routes.topic, table: 'live.topic', key: 'slug', register: 'topics' },
  { route: routes.place, table: 'live.place', key: 'code', register: 'places' },
] as const

async function readRegisterPages(db: Reader, paths: string[], asked: Asked, states: Map<string, PathState>): Promise<void> {
  for (const { route, table, key, register } of registers) {
    const parts = paths.flatMap((path) => {
      const found = partsOf(withoutFeed(path.split('?')[0] ?? path), asked.languages, route)
      return found ? [{ path, name: register === 'places' ? placeCode(found.name) : found.name }] : []
    })
    if (parts.length === 0) continue
    const column = sql.ref(key)
    const names = sql.join(parts.map(({ name }) => name))
    // What an entry was called before leads to it.
    const { rows } = await sql<{ name: string }>`select ${column} as name from ${sql.table(table)} where ${column} in (${names})
      union select slug from live.former_slug where register = ${register} and slug in (${names})
      union select slug from live.merged_entry where register = ${register} and slug in (${names})`.execute(db)
    const there = new Set(rows.map(({ name }) => name))
    for (const { path, name } of parts) if (there.has(name)) states.set(path, 'public')
  }
}

/** Addresses that drafts will have, by their latest revisions. */
async function readDrafts(db: Reader, drafts: Parts[], { mayRead }: Asked, states: Map<string, PathState>): Promise<void> {
  const rows = await db
    .selectFrom('newsroom.edition as edition')
    .select(['id', 'language', 'slug'])
    .where('shown_revision', 'is', null)
    .where('state', '<>', 'withdrawn')
    .where((eb) => eb.or(drafts.map(({ name, language }) => eb.and({ language, slug: name }))))
    .execute()
  for (const { path, name, language } of drafts) {
    const ids = rows.filter((row) => row.slug === name && row.language === language).map(({ id }) => id)
    if (ids.length > 0 && (await isTold(ids, mayRead))) states.set(path, 'later')
  }
}
