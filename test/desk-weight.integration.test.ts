import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Member } from '#newsroom/members/member.ts'
import { addEntry } from '#newsroom/registers/add-entry.ts'
import { desk, link } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn } from '#test/newsroom.ts'

const boss: Member = { ...edit, id: '01900000-0000-7000-8000-0000000000b0', name: 'Beatrice', role: 'administrator' }
const mostBytes = 150_000

describe.each(engines)('a newsroom that knows 10,000 people and as many organisations, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let pages: { [page: string]: string }

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    const funder = { slug: 'osier', name: { en: 'Osier Fund' }, kind: 'funder' }
    const organisation = await addEntry(newsroom, boss, { register: 'organisations', entry: funder })
    const funders = [1, 2, 3].map((n) => ({ organisation, grantReference: `G ${n}` }))
    const project = await addEntry(newsroom, boss, {
      register: 'projects',
      entry: { slug: 'quay', title: { en: 'A quay' }, status: 'running', funders, partners: funders.map(() => ({ organisation })) },
    })
    await aTownful(newsroom)
    const { edition } = await draft(newsroom, { headline: 'Two banks' })
    at = await openTestDesk(newsroom, [boss])
    pages = {
      overview: desk.home,
      'list of stories': desk.stories,
      'blank page': desk.newStory,
      'text and its facts': link(desk.edition, { edition }),
      'blank form of a person': link(desk.newEntry, { register: 'people' }),
      'form of a project with six rows': link(desk.entry, { register: 'projects', entry: project }),
      'register of people': link(desk.register, { register: 'people' }),
      'merge of two organisations': link(desk.entryMerge, { register: 'organisations', entry: organisation }),
      'stories by language': desk.translations,
      'house rules': desk.rules,
      members: desk.people,
    }
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const page = async (path: string, form?: Record<string, string | string[]>) => (await at.as(boss, path, form)).text()
  const idOf = async (table: 'person' | 'organisation', slug: string): Promise<string> =>
    (await newsroom.db.writer.selectFrom(`newsroom.${table}`).select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

  test('sends no page that is heavy on a slow line', async () => {
    const heavy: [string, number][] = []
    for (const [name, path] of Object.entries(pages)) {
      const bytes = Buffer.byteLength(await page(path))
      if (bytes > mostBytes) heavy.push([name, bytes])
    }
    expect(heavy).toEqual([])
  })

  test('finds whom one means by any name, those first that begin with it', async () => {
    const answer = await at.as(boss, `${link(desk.registerNames, { register: 'people' })}?text=neighbour%2077`)
    const { found, more } = await answer.json()
    expect(found[0]).toEqual({ value: await idOf('person', 'neighbour-77'), name: 'Neighbour 77' })
    expect([found.length, more]).toEqual([60, 51])
    const named = await at.as(
      boss,
      `${link(desk.registerNames, { register: 'people' })}?id=${await idOf('person', 'neighbour-8')}&id=nobody`,
    )
    expect(await named.json()).toMatchObject({ found: [{ name: 'Neighbour 8' }], more: 0 })
    expect((await at.as(boss, link(desk.registerNames, { register: 'nothing' }))).status).toBe(404)
  })

  test('leads from further on in a list to its beginning, with what was asked, and from there nowhere', async () => {
    const nobody = '01900000-0000-7000-8000-00000000000e'
    const linksOf = async (path: string) =>
      (/<nav class="page-links".*?<\/nav>/s.exec(await page(path))?.[0].match(/(?<=href=")[^"]+/g) ?? []).map((href) =>
        href.replaceAll('&amp;', '&'),
      )
    const people = `${link(desk.register, { register: 'people' })}?text=neighbour&archived=yes`
    const [next = '', ...others] = await linksOf(people)
    expect([next.startsWith(`${people}&after=`), others]).toEqual([true, []])
    expect((await linksOf(next))[0]).toBe(people)
    const matrix = `${desk.translations}?released=en&owner=Ana`
    expect([await linksOf(matrix), await linksOf(`${matrix}&before=${nobody}`)]).toEqual([[], [matrix]])
    for (const list of [`${desk.audit}?member=${boss.id}`, `${desk.addresses}?text=ferry`]) {
      expect(await linksOf(list)).not.toContain(list)
      expect(
        await linksOf(`${list}&before=2026-01-01T00:00:00.000Z_${nobody}`.replace('_', list.startsWith(desk.audit) ? '_' : '%20')),
      ).toContain(list)
    }
  })

  test('is asked for the stories of somebody by name, and has an address that outlives the name', async () => {
    const asked = (name: string) => `${desk.stories}?person=&person+called+people+0=${encodeURIComponent(name)}&state=draft`
    const answer = await at.as(boss, asked('neighbour-12'))
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${desk.stories}?state=draft&person=${await idOf('person', 'neighbour-12')}`,
    ])
    expect(await page(answer.headers.get('location') ?? '')).toContain('value="Neighbour 12"')
    const unknown = await at.as(boss, asked('Nobody at all'))
    expect(unknown.status).toBe(422)
    const shown = await unknown.text()
    expect(shown).toContain('The registers know nothing called “Nobody at all”.')
    expect(shown).toContain('value="Nobody at all"')
  })

  test('takes organisations by name in forms without script, and gives back as it was typed what it does not know', async () => {
    const there = link(desk.register, { register: 'people' })
    const form = { 'name en': 'Ana Rusu', organisation: '', isPublic: 'yes' }
    const typed = (name: string) => ({ ...form, 'organisation called organisations 0': name })
    const refused = await at.as(boss, there, typed('Society of nobody'))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/value="Society of nobody"/)
    const several = await page(there, typed('A former name'))
    expect(several).toMatch(/“A former name” may be any of “Society \d+”, “Society \d+”/)
    const added = await at.as(boss, there, typed('society 4711'))
    expect(await page(added.headers.get('location') ?? '')).toContain(
      `<option value="${await idOf('organisation', 'society-4711')}" selected="">`,
    )
  })

  test('writes a story about people by their names, one a line, and loses nothing for one that is misspelt', async () => {
    const { edition } = await draft(newsroom, { headline: 'Three banks' })
    const there = link(desk.edition, { edition })
    const form = { madeFrom: '1', headline: 'Four banks', summary: 'More banks.', kind: 'news', places: 'MD' }
    const said = await at.as(boss, there, { ...form, 'people more people': 'Neighbour 5\r\nNeighbor 6\r\n' })
    expect(said.status).toBe(422)
    expect(await said.text()).toContain('The registers know nothing called “Neighbor 6”.')
    const shown = await page(there)
    expect(shown).toContain('Four banks')
    expect(shown).toContain(`<option value="${await idOf('person', 'neighbour-5')}" selected="">Neighbour 5</option>`)
  })

  test('gives a project its funders by name, each row its own', async () => {
    const there = link(desk.register, { register: 'projects' })
    const rows = {
      'funders organisation': ['', ''],
      'funders organisation called organisations 0': 'Society 2',
      'funders organisation called organisations 1': 'Society 1',
      'funders grantReference': ['Second', 'First'],
      'funders share': ['', ''],
    }
    const moved = await page(there, { 'title en': 'A pier', status: 'running', ...rows, row: 'up funders 1' })
    expect(moved.match(/value="(?:Society \d|First|Second)"/g)).toEqual([
      'value="Society 1"',
      'value="First"',
      'value="Society 2"',
      'value="Second"',
    ])
  })
})

/** Ten thousand of each, straight into the archive: by the front door they would take minutes. */
async function aTownful({ db }: TestNewsroom): Promise<void> {
  await sql`insert into newsroom.person (id, slug, name)
    select gen_random_uuid(), 'neighbour-' || n, jsonb_build_object('en', 'Neighbour ' || n) from generate_series(1, 10000) n`.execute(
    db.writer,
  )
  await sql`insert into newsroom.organisation (id, slug, name, kind, alternative_names)
    select gen_random_uuid(), 'society-' || n, jsonb_build_object('en', 'Society ' || n), 'ngo', case when n < 3 then array['A former name'] else '{}' end from generate_series(1, 10000) n`.execute(
    db.writer,
  )
}
