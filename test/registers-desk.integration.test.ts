import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { RegisterName } from '#newsroom/entries/field.ts'
import { registerNames } from '#newsroom/entries/field.ts'
import { fileVisibilityRule } from '#newsroom/house-rules/file-visibility-rule.ts'
import { addEntry } from '#newsroom/registers/add-entry.ts'
import type { Member } from '#newsroom/members/member.ts'
import { desk, link } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, edit, newsroomOn, olga, released } from '#test/newsroom.ts'

const chief: Member = { ...edit, id: '01900000-0000-7000-8000-00000000000c', name: 'Chloé', role: 'chief editor' }

describe.each(engines)('the registers at the desk on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [ana, edit, olga, chief])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const site = (path: string) => fetch(at.url + path, { redirect: 'manual' })
  const page = async (member: Member, path: string) => (await at.as(member, path)).text()
  const topic = (slug: string, name: string) => addEntry(newsroom, chief, { register: 'topics', entry: { slug, name: { en: name } } })
  const entryPath = (register: RegisterName, entry: string) => link(desk.entry, { register, entry })

  test('everyone at the desk reads the registers', async () => {
    for (const member of [ana, olga, edit, chief])
      for (const register of registerNames) expect((await at.as(member, link(desk.register, { register }))).status).toBe(200)
    expect((await at.as(edit, link(desk.register, { register: 'nothing' }))).status).toBe(404)
    expect(await page(edit, `${link(desk.register, { register: 'places' })}?text=turkiye`)).toContain('Türkiye')
    expect(await page(edit, entryPath('places', 'MD'))).toContain('Moldova')
  })

  test('an editor adds a person in two scripts without script; an observer cannot', async () => {
    const form = {
      'name en': 'Ana Rusu',
      'name ar': 'آنا روسو',
      'role en': 'Ferry master',
      isPublic: 'yes',
      alternativeNames: 'A. Rusu\r\n',
    }
    const there = link(desk.register, { register: 'people' })
    expect((await at.as(olga, there, form)).status).toBe(403)
    const added = await at.as(edit, there, form)
    expect(added.status).toBe(303)
    const shown = await page(edit, added.headers.get('location') ?? '')
    expect(shown).toContain('آنا روسو')
    expect(shown).toContain('Readers see: Ana Rusu')
    const project = await at.as(edit, link(desk.register, { register: 'projects' }), { 'title en': 'A quay', status: 'running' })
    expect(project.status).toBe(403)
  })

  test('an entry with neither name nor address has a fault in its name, and none in its address', async () => {
    for (const register of registerNames.filter((name) => name !== 'places')) {
      const refused = await at.as(chief, link(desk.register, { register }), { slug: '', 'name en': '', 'title en': '' })
      expect(refused.status).toBe(422)
      const text = await refused.text()
      expect(text).not.toContain('it is no address')
      expect(text).not.toMatch(/<input(?=[^>]* name="slug")[^>]* aria-invalid/)
      expect(text).toMatch(/<fieldset[^>]* aria-invalid="true"[^>]*><legend[^>]*>[^<]+<\/legend><span class="fault"/)
    }
  })

  test('funders come and go as rows without script, and nothing typed is lost', async () => {
    const funder = await addEntry(newsroom, chief, {
      register: 'organisations',
      entry: { slug: 'osier', name: { en: 'Osier Fund' }, kind: 'funder' },
    })
    const there = link(desk.register, { register: 'projects' })
    const form = { 'title en': 'A quay for Bălți', status: 'running', row: 'add funders' }
    const wider = await (await at.as(chief, there, form)).text()
    expect(wider).toContain('name="funders organisation"')
    expect(wider).toContain('A quay for Bălți')
    const rows = {
      'funders organisation': [funder, funder, ''],
      'funders grantReference': ['G 1', 'G 2', ''],
      'funders share': ['60', '40,0', ''],
    }
    const fewer = await (await at.as(chief, there, { ...form, ...rows, row: 'remove funders 0' })).text()
    expect([fewer.includes('G 1'), fewer.includes('G 2')]).toEqual([false, true])
    const { row: _, ...saved } = form
    const added = await at.as(chief, there, { ...saved, ...rows })
    const shown = await page(chief, added.headers.get('location') ?? '')
    expect(shown.match(/value="G [12]"/g)).toEqual(['value="G 1"', 'value="G 2"'])
    const refused = await at.as(chief, there, { ...saved, ...rows, 'funders share': ['90', '40', ''], slug: 'another' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('the shares come to more than 100 %')
  })

  test('of two who have the form open, the second sees what the first changed and does not overwrite it unawares', async () => {
    const id = await topic('ferries', 'Ferries')
    const there = entryPath('topics', id)
    expect((await at.as(edit, there, { madeFrom: '1', 'name en': 'River ferries', alternativeNames: '' })).status).toBe(303)
    const late = await at.as(chief, there, { madeFrom: '1', 'name en': 'Old ferries', alternativeNames: '' })
    expect(late.status).toBe(409)
    const shown = await late.text()
    expect(shown).toContain('Someone else changed this meanwhile')
    expect(shown).toContain('Old ferries')
    expect(shown).toContain('name="madeFrom" value="2"')
    // What was refused for another reason, or asks for more rows, is still made from what was seen.
    const refused = await at.as(chief, there, { madeFrom: '1', 'name en': '', alternativeNames: '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('name="madeFrom" value="1"')
  })

  test('two funders of one project that are merged pay once: on its page, at the desk, in the table and in what they want said', async () => {
    const organisation = (slug: string, name: string) =>
      addEntry(newsroom, chief, { register: 'organisations', entry: { slug, name: { en: name }, kind: 'funder' } })
    const [old, kept] = [await organisation('reed', 'Reed Trust'), await organisation('reed-trust', 'The Reed Trust')]
    const paid = (id: string) => ({ organisation: id, grantReference: null, share: null })
    const project = await addEntry(newsroom, chief, {
      register: 'projects',
      entry: {
        slug: 'reeds',
        title: { en: 'Reeds' },
        status: 'running',
        funders: [{ ...paid(old), grantReference: 'R 1' }, paid(kept), { ...paid(kept), grantReference: 'R 2' }],
        partners: [old, kept].map((id) => ({ organisation: id, role: 'lead' })),
      },
    })
    await fileVisibilityRule(newsroom, chief, { funder: old, statement: { en: 'Reed pays.' }, places: ['project page'] })
    const table = async () =>
      (await page(chief, link(desk.registerTableFile, { register: 'projects' }))).split('\n').find((row) => row.includes('reeds'))
    const seen = async () => {
      const shown = await (await site('/projects/reeds')).text()
      return {
        named: shown.match(/(The )?Reed Trust/g),
        grants: shown.match(/R [12]/g),
        said: shown.match(/Reed pays\./g),
        desk: (await page(chief, entryPath('projects', project))).match(/value="(R [12]|lead)"/g),
      }
    }
    const before = [await seen(), await table()]
    expect((await at.as(chief, link(desk.entryMerge, { register: 'organisations', entry: old }), { into: kept })).status).toBe(303)
    expect(await seen()).toEqual({
      named: ['The Reed Trust', 'The Reed Trust'],
      grants: ['R 1', 'R 2'],
      said: ['Reed pays.'],
      desk: ['value="R 1"', 'value="R 2"', 'value="lead"'],
    })
    expect(await table()).toContain('"reed-trust|reed-trust","R 1|R 2","|","reed-trust","lead"')
    await at.as(chief, link(desk.entryMergeOff, { register: 'organisations', entry: old }), {})
    expect([await seen(), await table()]).toEqual(before)
  })

  test('a merge shows what follows, moves stories and addresses, feeds too, and is undone from the page of what is left', async () => {
    const [old, kept] = [await topic('boats', 'Boats'), await topic('ships', 'Ships')]
    await released(newsroom, { slug: 'a-boat', headline: 'A boat', topics: [old] })
    expect(await (await site('/topics/boats')).text()).toContain('A boat')
    const merge = link(desk.entryMerge, { register: 'topics', entry: old })
    expect(await page(chief, `${merge}?text=ships`)).toContain(`into=${kept}`)
    expect(await page(chief, `${merge}?into=${kept}`)).toContain('1 released story')
    expect((await at.as(edit, merge, { into: kept })).status).toBe(403)
    const merged = await at.as(chief, merge, { into: kept })
    expect([merged.status, merged.headers.get('location')]).toEqual([303, `${entryPath('topics', kept)}?merged=${old}`])
    const told = await page(chief, merged.headers.get('location') ?? '')
    expect(told).toContain('“Boats” is merged into this. You can undo it here at any time.')
    expect(told.indexOf('Undo the merge of “Boats”')).toBeLessThan(told.indexOf('name="name en"'))
    for (const [before, now] of [
      ['/topics/boats', '/topics/ships'],
      ['/fr/topics/boats', '/fr/topics/ships'],
      ['/topics/boats?page=2', '/topics/ships?page=2'],
      ['/topics/boats/feed.xml', '/topics/ships/feed.xml'],
      ['/news?topic=boats&year=2026', '/news?topic=ships&year=2026'],
    ] as const) {
      const answer = await site(before)
      expect([answer.status, answer.headers.get('location')], before).toEqual([301, now])
    }
    expect(await (await site('/topics/ships')).text()).toContain('A boat')
    const later = await page(chief, entryPath('topics', kept))
    expect(later).toContain('5 May 2026, 12:00, by Chloé')
    expect(later).toContain('Undo the merge of “Boats”')
    expect(await page(edit, entryPath('topics', kept))).not.toContain('Undo the merge of “Boats”')
    expect(await page(chief, entryPath('topics', old))).toContain('5 May 2026, 12:00, by Chloé')
    expect(await page(edit, `${link(desk.register, { register: 'topics' })}?text=boats`)).toContain('merged into it: Boats')
    expect((await at.as(chief, link(desk.entryMergeOff, { register: 'topics', entry: old }), {})).status).toBe(303)
    expect(await (await site('/topics/boats')).text()).toContain('A boat')
    expect(await (await site('/topics/ships')).text()).not.toContain('A boat')
  })

  test('a new address is followed from the old one, and archived pages say what they are', async () => {
    const id = await topic('locks', 'Locks')
    await released(newsroom, { slug: 'a-lock', headline: 'A lock', topics: [id] })
    await site('/topics/locks')
    expect((await at.as(chief, link(desk.entrySlug, { register: 'topics', entry: id }), { slug: 'sluices' })).status).toBe(303)
    expect((await site('/topics/locks')).headers.get('location')).toBe('/topics/sluices')
    expect((await at.as(chief, link(desk.entryArchive, { register: 'topics', entry: id }), {})).status).toBe(303)
    const shown = await (await site('/topics/sluices')).text()
    expect(shown).toContain('No longer in use here')
    expect(shown).toContain('A lock')
    expect(await page(chief, link(desk.register, { register: 'topics' }))).not.toContain('Locks')
    expect(await page(chief, `${link(desk.register, { register: 'topics' })}?archived=yes`)).toContain('Locks')
  })

  test('a project shows that it has ended from the first second after its last day, with nobody doing anything', async () => {
    await addEntry(newsroom, chief, {
      register: 'projects',
      entry: { slug: 'short', title: { en: 'A short project' }, status: 'running', starts: '2026-01-01', ends: '2026-05-06' },
    })
    const shown = async (path: string) => (await (await site(path)).text()).includes(path === '/' ? 'A short project' : 'Closed')
    newsroom.clock.set(new Date('2026-05-06T20:59:59Z'))
    expect([await shown('/projects/short'), await shown('/')]).toEqual([false, true])
    newsroom.clock.set(new Date('2026-05-06T21:00:00Z'))
    expect([await shown('/projects/short'), await shown('/')]).toEqual([true, false])
    expect(await (await site('/projects/short')).text()).toContain('This project has ended.')
    newsroom.clock.set(new Date('2026-05-05T09:00:00Z'))
  })

  test('a table goes out, comes in with a preview, and does exactly what was shown', async () => {
    const there = link(desk.registerTable, { register: 'topics' })
    const csv = async () => page(edit, link(desk.registerTableFile, { register: 'topics' }))
    const send = (text: string) =>
      fetch(at.url + there, {
        method: 'POST',
        headers: { cookie: `member=${edit.id}`, 'sec-fetch-site': 'same-origin' },
        body: tableForm(text),
      })
    expect(await (await send(await csv())).text()).toContain('Nothing would change.')
    const text = 'slug;name:en;within\r\nships;"Ships; and boats";\r\nharbours;Harbours;ships\r\nmoorings;;\r\nferries;Ferries;nowhere\r\n'
    const shown = await (await send(text)).text()
    expect(shown).toContain('1 added, 1 changed, 0 unchanged, 2 refused.')
    expect(shown).toContain('there is no “nowhere” among the topics')
    expect(await csv()).not.toContain('harbours')
    const agreed = /name="agreed" value="([0-9a-f]{64})"/.exec(shown)?.[1] ?? ''
    await topic('between', 'Between')
    const confirm = (hash: string) => at.as(edit, link(desk.registerTableIn, { register: 'topics' }), { csv: text, agreed: hash })
    const late = await confirm(agreed)
    expect(late.status).toBe(409)
    const again = /name="agreed" value="([0-9a-f]{64})"/.exec(await late.text())?.[1] ?? ''
    expect((await confirm(again)).status).toBe(303)
    expect(await csv()).toMatch(/"harbours","Harbours",[^\r]*"ships"/)
    expect((await at.as(ana, link(desk.registerTableIn, { register: 'topics' }), { csv: text, agreed: again })).status).toBe(403)
  })
})

function tableForm(text: string): FormData {
  const form = new FormData()
  form.append('table', new File([text], 'topics.csv', { type: 'text/csv' }))
  return form
}
