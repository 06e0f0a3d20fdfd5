import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { uuid7 } from '#lib/uuid7.ts'
import { readEdition } from '#newsroom/stories/edition-store.ts'
import { fileTopic } from '#newsroom/topics/file-topic.ts'
import { desk, link } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, newsroomOn, olga, released } from '#test/newsroom.ts'

const boss = someone('Boris', 'administrator')

describe.each(engines)('many stories are changed from the list, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  let topic = ''
  const drafts: string[] = []

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, edit, olga, boss)
    at = await openTestDesk(newsroom, [edit, olga, boss])
    topic = await fileTopic(newsroom, { slug: 'wells', name: { en: 'Wells' } })
    for (let n = 0; n < 40; n += 1) {
      newsroom.clock.advance(1000)
      drafts.push((await draft(newsroom, { headline: `Well number ${n}`, slug: `well-${n}` })).edition)
    }
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const revisionOf = async (edition: string) => (await readEdition(newsroom.db.writer, edition)).revision
  const asked = (over: Record<string, string | string[]> = {}) => ({
    id: uuid7(newsroom.clock.now()),
    query: '',
    which: 'ticked',
    do: 'add topic',
    'with add topic': topic,
    ...over,
  })
  /** The fields of one of the forms of a page, as a browser without script would send them. */
  function fieldsOf(page: string, part: RegExp): Record<string, string[]> {
    const form = [...page.matchAll(/<form[\s\S]*?<\/form>/g)].map(([found]) => found).find((found) => part.test(found)) ?? ''
    const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    return Object.fromEntries(
      [...Map.groupBy(fields, ([, name = '']) => name)].map(([name, found]) => [
        name,
        found.map(([, , value = '']) => value.replaceAll('&amp;', '&')),
      ]),
    )
  }

  test('what was not chosen is said at the form, in the very list that it came from, with its ticks and choices', async () => {
    const first = await (await at.as(edit, `${desk.stories}?state=draft`)).text()
    const next = /<a href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const page = await (await at.as(edit, next)).text()
    const [ticked = '', other = ''] = [...page.matchAll(/name="edition" value="([^"]+)"/g)].map(([, id = '']) => id)
    const { query = [] } = fieldsOf(page, /change-many/)
    const answer = await at.as(edit, desk.changes, asked({ query, edition: ticked, 'with add topic': '' }))
    expect(answer.status).toBe(422)
    const again = await answer.text()
    expect(again).toMatch(
      /<details open=""><summary>Change many at once<\/summary>[\s\S]*<a href="#fault-with-add-topic-0">Nothing was changed: choose the topic to add\.</,
    )
    expect(again).toMatch(
      new RegExp(`name="edition"[^>]*checked=""[^>]*value="${ticked}"|value="${ticked}"[^>]*checked=""|checked=""[^>]*value="${ticked}"`),
    )
    expect(again).toContain(`value="${other}"`)
    expect([...again.matchAll(/<input[^>]*name="edition"[^>]*>/g)].filter(([box]) => box.includes('checked'))).toHaveLength(1)
    expect(again).toContain('<option value="add topic" selected="">')
    expect(again).toContain('<option value="draft" selected="">')
    expect(await revisionOf(ticked)).toBe(1)
  })

  test('nobody is asked to do nothing, and no story changes that nobody ticked', async () => {
    const [edition = ''] = drafts
    const noTask = await at.as(edit, desk.changes, asked({ edition, do: 'assign', 'with assign': olga.id, dueOn: '2027-01-02' }))
    expect(noTask.status).toBe(422)
    const page = await noTask.text()
    expect(page).toContain('Nobody was asked: write what they should do.')
    expect(page).toContain(`<option value="${olga.id}" selected="">`)
    expect(page).toContain('value="2027-01-02"')
    const none = await at.as(edit, desk.changes, asked())
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Nothing was changed: tick the stories first.')])
    expect((await at.as(olga, desk.changes, asked({ edition }))).status).toBe(403)
    expect((await at.as(edit, desk.changes, asked({ edition: 'abc' }))).status, 'no story is called so').toBe(422)
  })

  test('what readers see is changed after one was asked once more; going back keeps ticks and choices', async () => {
    const { edition } = await released(newsroom, { headline: 'A well that is seen', slug: 'seen-well' })
    const question = await at.as(edit, desk.changes, asked({ edition: [edition, drafts[39] ?? ''], query: 'text=well' }))
    expect(question.status).toBe(200)
    const page = await question.text()
    expect(page).toContain('2 stories; 1 of them is before readers: they see the change at once.')
    expect(page).toContain('Add a topic: Wells')
    expect(await revisionOf(edition)).toBe(1)
    const back = await at.as(edit, desk.changes, fieldsOf(page, /name="back"/))
    expect(back.status).toBe(200)
    const list = await back.text()
    expect([...list.matchAll(/<input[^>]*name="edition"[^>]*>/g)].filter(([box]) => box.includes('checked'))).toHaveLength(2)
    expect(list).toContain(`<option value="${topic}" selected="">`)
    expect(list).toContain('value="well"')
    const done = await at.as(edit, desk.changes, fieldsOf(page, /name="sure"/))
    expect(done.status).toBe(303)
    expect([await revisionOf(edition), await revisionOf(drafts[39] ?? '')]).toEqual([2, 2])
  })

  test('all that match are changed only after their number was told', async () => {
    const question = await at.as(edit, desk.changes, asked({ which: 'all', query: 'state=draft', do: 'section', 'with section': '' }))
    const page = await question.text()
    expect([question.status, page]).toEqual([200, expect.stringContaining('Change 40 stories?')])
    expect(page).toContain('40 stories; readers see nothing of it now.')
    expect(fieldsOf(page, /name="sure"/)['sure']).toHaveLength(40)
    const ask = asked({ which: 'all', query: 'state=draft', do: 'assign', 'with assign': olga.id, task: 'Find pictures' })
    const asking = await (await at.as(edit, desk.changes, ask)).text()
    expect(asking).toContain('<h1>Ask about 40 stories?</h1>')
    expect(asking).not.toContain('readers')
  })

  test('whoever goes back in the browser and ticks others is told that nothing was done, and sends the same form again', async () => {
    const [first = '', second = ''] = drafts.slice(5)
    const sent = asked({ edition: first })
    expect((await at.as(edit, desk.changes, sent)).status).toBe(303)
    const reused = await at.as(edit, desk.changes, { ...sent, edition: second })
    expect(reused.status).toBe(409)
    const list = await reused.text()
    expect(list).toContain('This was sent before, for other stories or with something else in it, and nothing was done now.')
    expect(await revisionOf(second)).toBe(1)
    const { id = [] } = fieldsOf(list, /change-many/)
    expect((await at.as(edit, desk.changes, { ...sent, id, edition: second })).status).toBe(303)
    expect([await revisionOf(first), await revisionOf(second)]).toEqual([2, 2])
  })

  test('a change is found again from the list, the history and the audit log, and from the list until it is undone', async () => {
    const [, , edition = ''] = drafts
    const made = (await at.as(edit, desk.changes, asked({ edition, do: 'add topic' }))).headers.get('location') ?? ''
    expect(await (await at.as(edit, desk.stories)).text()).toContain(`<a href="${desk.changes}">Changes of many stories</a>`)
    const found = await (await at.as(edit, desk.changes)).text()
    expect(found).toContain(`<a href="${made}">Add a topic: Wells</a>`)
    expect(await (await at.as(edit, link(desk.history, { edition }))).text()).toContain(`<a href="${made}">A change of many stories</a>`)
    expect(await (await at.as(olga, link(desk.history, { edition }))).text()).toContain('<p>A change of many stories</p>')
    expect(await (await at.as(boss, desk.audit)).text()).toContain(`<a href="${made}">A change of many stories</a>`)
    await at.as(edit, link(desk.changeOff, { change: made.split('/').at(-1) ?? '' }), { query: '' })
    expect(await (await at.as(edit, desk.changes)).text()).not.toContain(made)
  })
})
