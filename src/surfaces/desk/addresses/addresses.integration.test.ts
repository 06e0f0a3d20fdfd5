import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { findActs } from '#newsroom/audit/find-acts.ts'
import { addressTag } from '#newsroom/live-tags.ts'
import { listMissedAddresses, MissedAddresses } from '#newsroom/old-addresses/missed-addresses.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'
import { changeSlug } from '#newsroom/stories/change-slug.ts'
import { desk } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn, released } from '#test/newsroom.ts'

const boss = someone('Beatrice', 'administrator')
const chief = someone('Chloé', 'chief editor')

describe.each(engines)('old addresses, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let edition = ''

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await fileSection(newsroom, { slug: 'in-focus', name: { en: 'In Focus' } })
    await admit(newsroom, boss, chief)
    at = await openTestDesk(newsroom, [boss, chief])
    edition = (await released(newsroom, { headline: 'Two banks' })).edition
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const add = (path: string, to: string) => at.as(boss, desk.addresses, { path, to })
  const answer = async (path: string) => {
    const got = await fetch(at.url + path, { redirect: 'manual' })
    return [got.status, got.headers.get('location')]
  }

  test('an address leads to a story, wherever that moves, until it is taken back', async () => {
    expect(await answer('/leaflet')).toEqual([404, null])
    expect((await add('https://old.example.org/leaflet', '/news/two-banks')).status).toBe(303)
    expect(await answer('/leaflet')).toEqual([301, '/news/two-banks'])
    await changeSlug(newsroom, edit, { edition, slug: 'both-banks' })
    expect(await answer('/leaflet')).toEqual([301, '/news/both-banks'])
    expect(await (await at.as(boss, desk.addresses)).text()).toContain('Two banks')
    await at.as(boss, desk.addressOff, { path: '/leaflet' })
    expect(await answer('/leaflet')).toEqual([404, null])
    expect((await at.as(boss, desk.addressOff, { path: '/leaflet' })).status).toBe(404)
  })

  test('an address with a query leads to a page of ours, though without it it is one', async () => {
    expect((await answer('/?page_id=7'))[0]).toBe(200)
    expect((await add('/?page_id=7', '/sections/in-focus')).status).toBe(303)
    expect(await answer('/?page_id=7')).toEqual([301, '/sections/in-focus'])
    expect((await answer('/'))[0]).toBe(200)
    await using other = await openTestDesk(newsroom, [boss])
    expect((await fetch(`${other.url}/?page_id=7`, { redirect: 'manual' })).status).toBe(301)
    await at.as(boss, desk.addressOff, { path: '/?page_id=7' })
    expect((await answer('/?page_id=7'))[0]).toBe(200)
  })

  test('none stands before a page that lives, leads nowhere, or in a circle', async () => {
    await draft(newsroom, { headline: 'Not out', slug: 'still-written' })
    const refused: [string, string, string][] = [
      ['/news', '/projects', 'A page of this site lives at this address'],
      ['/fr/news', '/projects', 'A page of this site lives at this address'],
      ['/news?page=2', '/projects', 'A page of this site lives at this address'],
      ['/sections/in-focus', '/news', 'A page of this site lives at this address'],
      ['/desk/stories', '/news', 'A page of this site lives at this address'],
      ['/feed.xml', '/news', 'A page of this site lives at this address'],
      ['/sitemap.xml', '/news', 'A page of this site lives at this address'],
      ['/robots.txt', '/news', 'A page of this site lives at this address'],
      ['/news/', '/projects', 'A page of this site lives at this address'],
      ['/sections/in%2Dfocus/', '/news', 'A page of this site lives at this address'],
      ['/api/v1/stories', '/news', 'A page of this site lives at this address'],
      ['/maps/anywhere.svg', '/news', 'A page of this site lives at this address'],
      ['/news/still-written', '/news', 'A page of this site lives at this address'],
      ['/somewhere', '/news/still-written', 'Nothing is at /news/still-written'],
      ['/somewhere', '/desk/stories', 'Nothing is at /desk/stories'],
      ['/somewhere', 'https://evil.example/login', 'evil.example is another one'],
      ['/somewhere', 'https://evil.example/news', 'evil.example is another one'],
      ['/robots.txt?a=1', '/news', 'A page of this site lives at this address'],
      ['/sitemap.xml?x', '/news', 'A page of this site lives at this address'],
      ['/sitemap.xml/?x=1', '/news', 'A page of this site lives at this address'],
      ['/feed.xml?id=3', '/news', 'A page of this site lives at this address'],
      ['/sections/in-focus/feed.atom?id=3', '/news', 'A page of this site lives at this address'],
      ['/maps/sheet.svg?id=3', '/news', 'A page of this site lives at this address'],
      ['/search?id=3', '/news', 'A page of this site lives at this address'],
      ['/healthz?id=3', '/news', 'A page of this site lives at this address'],
      ['/somewhere', '/news?id=66', 'Nothing is at /news?id=66'],
      ['/projects?p=1', '/projects/?p=1', 'cannot lead to itself'],
      ['/x/..//evil.example', '/news', 'is no address'],
      ['/news/both-banks', '/news', 'This address is a story’s'],
      ['/news/two-banks', '/news', 'This address is a story’s'],
      ['/somewhere', '/nowhere', 'Nothing is at /nowhere'],
      ['/somewhere', '/somewhere', 'cannot lead to itself'],
      ['somewhere', '/news', 'is no address'],
      ['//evil.example', '/news', 'is no address'],
      ['/somewhere', 'https://', 'is no address'],
    ]
    for (const [path, to, why] of refused) {
      const said = await add(path, to)
      expect([said.status, path], path).toEqual([/lives at this address|is a story’s/.test(why) ? 409 : 422, path])
      expect(await said.text(), path).toContain(why)
    }
    const both = await Promise.all([add('/twice', '/news'), add('/twice', '/news')])
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['303', '409'])
    expect(await (await add('/twice', '/projects')).text()).toContain('was added already')
  })

  test('a page is named by its whole address too, on this site; the slash at its end is nobody’s', async () => {
    expect((await add('https://old.example.org/whole', 'http://news.example/projects/')).status).toBe(303)
    expect(await answer('/whole')).toEqual([301, '/projects'])
  })

  test('what a query leads to is no old address itself, so that no two lead in a circle', async () => {
    expect((await add('/news?id=66', '/')).status).toBe(303)
    expect(await (await add('/?id=77', '/news?id=66')).text()).toContain('/news?id=66 is an old address itself')
    expect(await (await add('/?id=77', '/news/?id=66')).text()).toContain('/news?id=66 is an old address itself')
    expect((await add('/?id=77', '/news')).status).toBe(303)
    expect([await answer('/news?id=66'), await answer('/?id=77')]).toEqual([
      [301, '/'],
      [301, '/news'],
    ])
    // An entry that an archive brought and that went with it leaves no circle behind either.
    await add('/sections/once', '/news')
    await fileSection(newsroom, { slug: 'once', name: { en: 'Once' } })
    expect((await answer('/sections/once'))[0]).toBe(200)
    expect(await (await add('/sections/other', '/sections/once')).text()).toContain('/sections/once is an old address itself')
  })

  test('circles that were stored before they were refused end at once, and so do chains', async () => {
    const stored: [string, string][] = [
      ['/?a=1', '/news?b=1'],
      ['/news?b=1', '/?a=1'],
      ['/projects?c=1', '/projects/?c=1'],
      ['/lost?d=1', '/lost/?d=1'],
      ['/chain', '/news?e=1'],
      ['/news?e=1', '/projects'],
    ]
    await newsroom.db.transact(async (tx) => {
      const rows = stored.map(([path, target]) => ({
        path,
        target,
        edition_id: null,
        added_by: 'Beatrice',
        added_at: newsroom.clock.now(),
      }))
      await tx.insertInto('newsroom.old_address').values(rows).execute()
      tx.touch(stored.map(([path]) => addressTag(path)))
    })
    expect(
      await Promise.all(['/?a=1', '/news?b=1', '/projects?c=1', '/projects/?c=1', '/lost?d=1', '/chain', '/news?e=1'].map(answer)),
    ).toEqual([
      [200, null],
      [200, null],
      [200, null],
      [301, '/projects?c=1'],
      [404, null],
      [301, '/projects'],
      [301, '/projects'],
    ])
  })

  test('an archive that had an address with a query of ours takes no page of ours away', async () => {
    const paths = ['/sitemap.xml?x=1', '/robots.txt?x=1', '/news?year=2026', '/news?id=9']
    await newsroom.db.transact(async (tx) => {
      await tx
        .insertInto('live.address')
        .values(paths.map((path) => ({ path, edition_id: edition, since: newsroom.clock.now() })))
        .execute()
      tx.touch(paths.map(addressTag))
    })
    for (const path of paths.slice(0, 3)) expect([path, (await answer(path))[0]]).toEqual([path, 200])
    expect(await answer('/news?id=9')).toEqual([301, '/news/both-banks'])
  })

  test('what a story moves to is its own, and is not taken out by hand any more', async () => {
    await add('/news/three-banks', '/news/both-banks')
    expect(await answer('/news/three-banks')).toEqual([301, '/news/both-banks'])
    await changeSlug(newsroom, edit, { edition, slug: 'three-banks' })
    expect(await answer('/news/both-banks')).toEqual([301, '/news/three-banks'])
    expect((await at.as(boss, desk.addressOff, { path: '/news/three-banks' })).status).toBe(404)
    expect((await answer('/news/three-banks'))[0]).toBe(200)
    await changeSlug(newsroom, edit, { edition, slug: 'both-banks' })
  })

  test('who added and removed an address is in the audit log, with where it led', async () => {
    await add('/logged', '/projects')
    await at.as(boss, desk.addressOff, { path: '/logged' })
    const { acts } = await findActs(newsroom.db.writer, { text: '/logged' })
    expect(acts.map(({ act, name, details }) => [act, name, details])).toEqual([
      ['removeOldAddress', '/logged', { to: '/projects' }],
      ['addOldAddress', '/logged', { to: '/projects' }],
    ])
  })

  test('what an address answers is told, and who said so', async () => {
    const tried = async (path: string) => (await at.as(boss, `${desk.addresses}?${new URLSearchParams({ test: path })}`)).text()
    expect(await tried('/twice')).toMatch(/It leads to \/news, for good \(301\)\..*Added by hand by Beatrice/)
    expect(await tried('/news')).toContain('A page of ours answers here.')
    expect(await tried('/nothing-here')).toContain('Nothing is here (404).')
    expect(await tried('/desk/people')).toContain('This is the desk’s')
    expect(await tried('news')).toContain('This is no address.')
  })

  test('they are searched by a part of them', async () => {
    const found = async (text: string) => (await at.as(boss, `${desk.addresses}?${new URLSearchParams({ text })}`)).text()
    expect(await found('TWI')).toContain('/twice')
    expect(await found('%')).toContain('No address fits this.')
  })

  test('what readers miss is counted by path, without what a query tells of them, and robots’ tries are left out', async () => {
    const missed = new MissedAddresses()
    const browser = 'Mozilla/5.0 Firefox/140.0'
    for (let n = 0; n < 3; n += 1) missed.note(`/index.php?id=7&mail=ana@example.org`, browser)
    for (const path of ['/wp-login.php', '/.env', '/favicon.ico', '/a/../../etc/passwd', '/x.sql']) missed.note(path, browser)
    missed.note('/by-robot', 'Googlebot/2.1')
    missed.note('/by-nobody', '')
    await missed.flush(newsroom)
    await missed.flush(newsroom)
    missed.note('/index.php?id=7', browser)
    await missed.flush(newsroom)
    expect((await listMissedAddresses(newsroom.db.writer)).map(({ path, hits }) => [path, hits])).toEqual([['/index.php?id=7', 4]])
    const text = await (await at.as(boss, desk.addresses)).text()
    expect(text).toContain('/index.php?id=7')
    expect(text).not.toContain('ana@example.org')
    await add('/index.php?id=7', '/news/both-banks')
    expect(await listMissedAddresses(newsroom.db.writer)).toEqual([])
  })

  test('the most missed stay few, whatever is asked for', async () => {
    const missed = new MissedAddresses()
    missed.note('/much-missed', 'Mozilla/5.0')
    for (let n = 0; n < 1999; n += 1) missed.note(`/one-${n}`, 'Mozilla/5.0')
    missed.note('/much-missed', 'Mozilla/5.0')
    missed.note('/too-much', 'Mozilla/5.0')
    await missed.flush(newsroom)
    const rows = await newsroom.db.writer.selectFrom('newsroom.missed_address').select('path').execute()
    expect(rows).toHaveLength(1000)
    expect((await listMissedAddresses(newsroom.db.writer))[0]).toMatchObject({ path: '/much-missed', hits: 2 })
  })

  test('only administrators see and change them', async () => {
    expect((await at.as(chief, desk.addresses)).status).toBe(403)
    expect((await at.as(chief, desk.addresses, { path: '/x', to: '/news' })).status).toBe(403)
    expect((await at.as(chief, desk.addressOff, { path: '/twice' })).status).toBe(403)
  })
})
