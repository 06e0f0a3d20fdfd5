import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { callOffRelease } from '#newsroom/stories/call-off-release.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { desk as paths, link } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ferry, newsroomOn } from '#test/newsroom.ts'

const edit = someone('Edit', 'editor')

describe.each(engines)('on %s', (engine) => {
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

  const tomorrow = () => new Date(newsroom.clock.now().getTime() + 86_400_000)
  const page = async (path: string) => (await at.as(edit, path)).text()
  const offered = async (edition: string) => {
    const release = await page(link(paths.release, { edition }))
    return {
      withdraw: release.includes(`action="${link(paths.withdrawal, { edition })}"`),
      callOff: release.includes(`action="${link(paths.releaseOff, { edition })}"`),
      remove: (await page(link(paths.edition, { edition }))).includes(link(paths.deletion, { edition })),
    }
  }

  test('what is only scheduled is called off, and can be deleted then', async () => {
    const { edition } = await fileStory(newsroom, edit, { language: 'en', content: ferry({ slug: 'only-scheduled' }) })
    await releaseStory(newsroom, edit, { edition, at: tomorrow() })
    expect(await offered(edition)).toMatchObject({ withdraw: false, callOff: true })
    const refused = await at.as(edit, link(paths.withdrawal, { edition }), { reason: 'It was wrong.' })
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('nothing can be withdrawn')])
    await callOffRelease(newsroom, edit, { edition })
    expect(await offered(edition)).toEqual({ withdraw: false, callOff: false, remove: true })
  })

  test('what readers have can be withdrawn while another release of it is scheduled', async () => {
    const { edition } = await fileStory(newsroom, edit, { language: 'en', content: ferry({ slug: 'released-and-scheduled' }) })
    await releaseStory(newsroom, edit, { edition })
    expect(await offered(edition)).toEqual({ withdraw: true, callOff: false, remove: false })
    await releaseStory(newsroom, edit, { edition, at: tomorrow() })
    expect(await offered(edition)).toEqual({ withdraw: true, callOff: true, remove: false })
  })
})
