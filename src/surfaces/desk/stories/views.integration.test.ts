import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { listViews } from '#newsroom/desk-lists/list-views.ts'
import { saveView } from '#newsroom/desk-lists/save-view.ts'
import { desk } from '#src/routes.ts'
import { admit } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { edit, newsroomOn } from '#test/newsroom.ts'

describe.each(engines)('views of the list, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, edit)
    at = await openTestDesk(newsroom, [edit])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const kept = async (name: string) => (await listViews(newsroom.db.writer, edit)).find((view) => view.name === name)?.query

  test('what is asked now is kept under a name, without what the list does not know', async () => {
    const saved = await at.as(edit, desk.views, {
      name: 'Mine\u202e',
      query: 'own=yes&state=draft&state=&colour=red&section=%27&after=x_y',
    })
    expect(saved.headers.get('location')).toBe(`${desk.stories}?state=draft&own=yes`)
    expect(await kept('Mine')).toBe('state=draft&own=yes')
    expect(await (await at.as(edit, `${desk.stories}?own=yes&state=draft`)).text()).toContain(
      `<a href="${desk.stories}?state=draft&amp;own=yes" aria-current="page">Mine</a>`,
    )
  })

  test('a program that asks what the list does not know is told so, and nothing is kept', async () => {
    for (const query of ['colour=red', 'state=lost', `text=${'a'.repeat(4000)}`])
      await expect(saveView(newsroom, edit, { name: 'Odd', query })).rejects.toMatchObject({ kind: 'invalid' })
    expect(await kept('Odd')).toBeUndefined()
  })

  test('a new name that is sent several times at once is kept once, as it was sent last', async () => {
    const sent = Array.from({ length: 8 }, (_, n) => saveView(newsroom, edit, { name: n % 2 ? 'Twice' : 'twice', query: 'own=yes' }))
    await expect(Promise.all(sent)).resolves.toHaveLength(8)
    const views = await listViews(newsroom.db.writer, edit)
    expect(views.filter(({ name }) => name.toLowerCase() === 'twice')).toHaveLength(1)
  })

  test('of a view that was kept unread, what the list knows is read', async () => {
    const id = await saveView(newsroom, edit, { name: 'Old', query: 'own=yes' })
    const query = `state=draft&"><script>=1&place=\n&own=1&text=${'a'.repeat(5000)}`
    await newsroom.db.transact((tx) => tx.updateTable('newsroom.saved_view').set({ query }).where('id', '=', id).execute())
    expect(await kept('Old')).toBe('state=draft&own=yes')
  })

  test('whoever has fifty views writes over one of them, and keeps no other', async () => {
    const held = await listViews(newsroom.db.writer, edit)
    for (let n = held.length; n < 50; n += 1) await saveView(newsroom, edit, { name: `View ${n}`, query: 'own=yes' })
    await saveView(newsroom, edit, { name: 'View 49', query: 'state=draft' })
    expect(await kept('View 49')).toBe('state=draft')
    await expect(saveView(newsroom, edit, { name: 'One more', query: 'own=yes' })).rejects.toMatchObject({ code: 'too-many-views' })
    expect(await kept('View 49'), 'what was refused has taken nothing away').toBe('state=draft')
    expect(await listViews(newsroom.db.writer, edit)).toHaveLength(50)
  })
})
