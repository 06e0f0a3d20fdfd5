import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { findThreads } from '#newsroom/comments/find-comments.ts'
import type { Member } from '#newsroom/members/member.ts'
import { readRevision } from '#newsroom/stories/edition-store.ts'
import { desk } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, newsroomOn } from '#test/newsroom.ts'

const olga = someone('Olga', 'observer')

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, olga)
    at = await openTestDesk(newsroom, [ana, olga])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const file = (bytes: Uint8Array<ArrayBuffer>, name: string, by: Member = ana) => {
    const form = new FormData()
    form.append('language', 'en')
    form.append('headline', '')
    form.append('document', new File([bytes], name))
    const headers = { cookie: `member=${by.id}`, 'sec-fetch-site': 'same-origin' }
    return fetch(at.url + desk.stories, { method: 'POST', body: form, headers, redirect: 'manual' })
  }

  test('a Word document becomes a draft, and what was left out of it stays in sight', async () => {
    const picture = new ImageRun({ type: 'png', data: Buffer.from('89504e47', 'hex'), transformation: { width: 9, height: 9 } })
    const children = [
      new Paragraph({ text: 'The ferry sails again', heading: HeadingLevel.TITLE }),
      new Paragraph('Forty lorries a day.'),
      new Paragraph({ children: [picture] }),
    ]
    const answer = await file(new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] }))), 'ferry.docx')
    expect(answer.status).toBe(303)
    const edition = answer.headers.get('location')?.split('/').at(-1) ?? ''
    expect(await readRevision(newsroom.db.writer, edition, 1)).toMatchObject({
      headline: 'The ferry sails again',
      slug: 'the-ferry-sails-again',
      body: { content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Forty lorries a day.' }] }] },
    })
    const [thread] = await findThreads(newsroom.db.writer, edition)
    expect(thread?.comments.map(({ words }) => words)).toEqual(['Left out of the Word document: its pictures.'])
  })

  test('whoever may file no story has no document read', async () => {
    expect((await file(new TextEncoder().encode('%PDF-1.7'), 'ferry.docx', olga)).status).toBe(403)
  })

  test('a PDF becomes no draft, but an answer that says what to do', async () => {
    const answer = await file(new TextEncoder().encode('%PDF-1.7'), 'ferry.docx')
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Bring in the Word document that it was made of')
    expect(page).toContain('Begin to write')
  })
})
