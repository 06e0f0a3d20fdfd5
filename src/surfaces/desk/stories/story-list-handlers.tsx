import type { ListQuery } from '#newsroom/desk-lists/list-editions.ts'
import { listEditions } from '#newsroom/desk-lists/list-editions.ts'
import { editionStates } from '#newsroom/stories/story.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { registerChoices, registerNames } from '../frame/register-names.ts'
import type { Asked } from './list-page.tsx'
import { StoryListPage } from './list-page.tsx'

export async function listStories(c: DeskContext, desk: Desk): Promise<Response> {
  const member = c.get('member')
  const query = new URL(c.req.url).searchParams
  const asked = askedOf(query)
  const registers = await desk.registers.read()
  const { lines, next } = await listEditions(desk.newsroom.db.writer, member, queryOf(asked, query), desk.newsroom.clock.now())
  const older = next && new URLSearchParams([...query, ['before', `${next.savedAt.toISOString()}_${next.edition}`]].filter(isLast))
  return deskPage(
    c,
    desk,
    { title: c.get('say').stories, at: paths.stories, isWide: true },
    <StoryListPage
      lines={lines}
      asked={asked}
      olderHref={older && `${paths.stories}?${older}`}
      isFirst={!query.has('before')}
      names={registerNames(registers, c.get('say').language)}
      sections={registerChoices(registers, c.get('say').language).sections}
      languages={registers.settings.languages}
      mayWrite={member.role !== 'observer'}
    />,
  )
}

// The query has at most one `before`, and the new one comes last.
const isLast = ([name]: string[], position: number, all: string[][]): boolean => name !== 'before' || position === all.length - 1

function askedOf(query: URLSearchParams): Asked {
  const said = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  return { state: said('state'), text: said('text'), language: said('language'), section: said('section'), own: said('own') !== '' }
}

function queryOf(asked: Asked, query: URLSearchParams): ListQuery {
  const state = editionStates.find((one) => one === asked.state)
  const [savedAt = '', edition = ''] = (query.get('before') ?? '').split('_')
  const before = new Date(savedAt)
  return {
    ...(state && { state }),
    ...(asked.text && { text: asked.text }),
    ...(asked.own && { isOwn: true }),
    ...(asked.language && { language: asked.language }),
    ...(isUuid(asked.section) && { section: asked.section }),
    ...(isUuid(edition) && !Number.isNaN(before.getTime()) && { before: { savedAt: before, edition } }),
  }
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
