import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fillByMachine } from '#newsroom/translations/fill-by-machine.ts'
import type { Body } from '#newsroom/stories/body.ts'
import { readEdition } from '#newsroom/stories/edition-store.ts'
import { fileEdition, fileStory } from '#newsroom/stories/file-story.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { desk, link, routes } from '#src/routes.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { ana, draft, edit, ferry, newsroomOn, olga } from '#test/newsroom.ts'

const body = (...texts: string[]): Body => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

describe.each(engines)('on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk

  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    at = await openTestDesk(newsroom, [ana, edit, olga])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  let made = 0
  const begun = async (language = 'fr') => {
    made += 1
    const headline = `The ferry sails ${made}`
    const { edition } = await draft(newsroom, { headline, body: body('Forty lorries.', 'The river is high.') })
    const answer = await at.as(edit, link(desk.editionTranslations, { edition }), { language })
    expect(answer.status).toBe(303)
    const target = answer.headers.get('location')?.split('/')[3] ?? ''
    return { headline, source: edition, target, side: link(desk.translation, { edition: target }) }
  }
  const pageOf = async (path: string, member = edit) => (await at.as(member, path)).text()
  /** What a browser without script would send back from a page, as it came. */
  const fieldsOf = (page: string): Record<string, string> => ({
    ...Object.fromEntries(
      [...page.matchAll(/<input type="hidden"[^>]* name="([\w-]+)" value="([^"]*)"/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
    ),
    ...Object.fromEntries([...page.matchAll(/<textarea name="([\w-]+)"[^>]*>([^<]*)</g)].map((found) => [found[1] ?? '', found[2] ?? ''])),
  })
  const fieldWith = (page: string, text: string): string =>
    Object.entries(fieldsOf(page)).find(([name, value]) => name.startsWith('p-') && value === text)?.[0] ?? ''

  test('what is missing in the matrix leads to its translation, with its language chosen', async () => {
    const { edition } = await draft(newsroom, { headline: 'A ferry for two banks' })
    const matrix = await pageOf(desk.translations)
    const last = [
      ...matrix.matchAll(
        new RegExp(
          `href="(${link(desk.edition, { edition })}[^"]*)" aria-label="Translate into ([^":]*): A ferry for two banks"><span aria-hidden="true">\\+</span> Translate</a>`,
          'g',
        ),
      ),
    ].at(-1)
    const [, there = '', language = ''] = last ?? []
    const page = await pageOf(there.split('#')[0]?.replaceAll('&amp;', '&') ?? '')
    expect(language).not.toBe('Français')
    expect(page).toMatch(
      new RegExp(`<select name="language">(<option value="..">[^<]*</option>)*<option value=".." selected="">${language}</option>`),
    )
  })

  test('an editor begins a translation from the writing page and writes a passage beside its source', async () => {
    const { side, target, headline } = await begun()
    const page = await pageOf(side)
    expect(page).toContain('To be translated')
    const acts = [...page.matchAll(/aria-label="(Done: [^"]+)" name="done"/g)].map(([, name]) => name)
    expect([acts.length, new Set(acts).size], 'each button says which passage it is of').toEqual([4, 4])
    const answer = await at.as(edit, side, { ...fieldsOf(page), [fieldWith(page, headline)]: 'Le bac repart' })
    expect(answer.status).toBe(303)
    expect(await readEdition(newsroom.db.writer, target)).toMatchObject({ headline: 'Le bac repart', revision: 2 })
    expect(await pageOf(link(desk.edition, { edition: target }))).toContain('3 passages wait to be translated')
  })

  test('passages that wait stand among what must be mended, where the text is written and where it is released', async () => {
    const { target, side } = await begun()
    for (const path of [link(desk.edition, { edition: target }), link(desk.release, { edition: target })]) {
      const page = await pageOf(path)
      expect(page).toMatch(/data-level="block"><p[^>]*><strong>Must be mended.<\/strong> 4 passages are not translated yet/)
      expect(page).toContain(`<a href="${side}?open=yes" aria-describedby="check-translation-1-said">`)
    }
    const asked = { revision: '1', when: 'now', 'note-kind': 'minor' }
    expect((await at.as(edit, link(desk.release, { edition: target }), asked)).status).toBe(409)
    expect((await readEdition(newsroom.db.writer, target)).shown).toBe(null)
  })

  test('a stale passage shows word by word what changed, and is done by its button', async () => {
    const { side, source, target, headline } = await begun()
    const first = await pageOf(side)
    await at.as(edit, side, { ...fieldsOf(first), [fieldWith(first, 'The river is high.')]: 'La rivière est haute.' })
    await saveRevision(newsroom, edit, {
      edition: source,
      madeFrom: 1,
      content: ferry({ headline, body: body('Forty lorries.', 'The river is low.') }),
    })
    const page = await pageOf(side)
    expect(page).toContain('<del>high</del><ins>low</ins>')
    expect(await pageOf(desk.translations)).toContain('1 passage is stale')
    const stale = /name="p-(\d+)"[^>]*>La rivière/.exec(page)?.[1] ?? ''
    const whole = await pageOf(link(desk.edition, { edition: target }))
    expect(whole).toMatch(new RegExp(`href="[^"]*#passage-${stale}">Paragraph <span[^>]*>The river is low.`))
    const waits = `${side}?open=yes`
    expect(await pageOf(desk.home)).toContain(waits)
    expect(await pageOf(desk.home, olga)).not.toContain(waits)
    expect(await pageOf(link(desk.release, { edition: target }))).toContain('1 passage is stale')
    expect((await at.as(edit, side, { ...fieldsOf(page), done: stale })).status).toBe(303)
    expect(await pageOf(side)).not.toContain('<del>')
    expect(await pageOf(desk.home)).not.toContain(waits)
  })

  test('without script a passage that is done leads to the next that is open, from the top again after the last', async () => {
    const { side } = await begun()
    const page = await pageOf(side)
    const say = async (more: Record<string, string>) => (await at.as(edit, side, { ...fieldsOf(page), ...more })).headers.get('location')
    expect(await say({ done: '1', open: 'yes' })).toBe(`${side}?open=yes#passage-2`)
    expect(await pageOf(`${side}?open=yes`)).toMatch(/<section class="passage passage-done" id="passage-1"[^>]* hidden="">/)
    expect(await say({ done: '3' })).toBe(`${side}#passage-4`)
    expect(await say({ done: '4' })).toBe(`${side}#passage-2`)
    expect(await say({ done: '2' })).toBe(`${side}#passage-2`)
  })

  test('what was typed comes back when the source was saved meanwhile, and nothing else of the form does', async () => {
    const { side, source, headline } = await begun()
    const page = await pageOf(side)
    await saveRevision(newsroom, edit, {
      edition: source,
      madeFrom: 1,
      content: ferry({ headline, body: body('Fifty lorries.', 'The river is high.') }),
    })
    const answer = await at.as(edit, side, { ...fieldsOf(page), [fieldWith(page, headline)]: 'Le bac repart' })
    expect(answer.status).toBe(409)
    const again = await answer.text()
    expect(again).toContain('>Le bac repart</textarea>')
    expect(again).toContain('the source was saved since')
  })

  test('a tag out of its place is named, and the words stay in the form', async () => {
    const { side, headline } = await begun()
    const page = await pageOf(side)
    const answer = await at.as(edit, side, { ...fieldsOf(page), [fieldWith(page, headline)]: 'Le <b>bac' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Le &lt;b&gt;bac</textarea>')
  })

  test('an observer reads a translation and changes nothing', async () => {
    const { side } = await begun()
    const page = await pageOf(side, olga)
    expect(page).not.toContain('<textarea')
    expect((await at.as(olga, side, { revision: '1', sourceRevision: '1', done: '1' })).status).toBe(403)
  })

  test('the matrix names what is missing and what waits, and gives the chosen translations out in one document that comes back', async () => {
    const { target, headline } = await begun('ar')
    const page = await pageOf(`${desk.translations}?behind=ar`)
    expect(page).toContain('Translate into')
    const given = await at.as(edit, `${desk.translationFiles}?edition=${target}`)
    expect(given.headers.get('content-type')).toContain('application/xliff+xml')
    expect(given.headers.get('content-disposition')).toMatch(/filename="en-ar-.*\.xlf"/)
    const xliff = (await given.text()).replace(`<target>${headline}`, '<target>العبّارة تبحر')
    const form = new FormData()
    form.set('file', new File([xliff], 'ferry.xlf'))
    const headers = { cookie: `member=${edit.id}`, 'sec-fetch-site': 'same-origin' }
    const look = await fetch(at.url + desk.translationFiles, { method: 'POST', body: form, headers })
    const preview = await look.text()
    expect(preview).toContain('<ins>العبّارة')
    expect((await readEdition(newsroom.db.writer, target)).revision).toBe(1)
    const taken = await at.as(edit, desk.translationFilesIn, { text: xliff, name: 'ferry.xlf' })
    expect(taken.status).toBe(303)
    expect(await readEdition(newsroom.db.writer, target)).toMatchObject({ headline: 'العبّارة تبحر', revision: 2 })
    expect(await pageOf(link(desk.history, { edition: target }))).toContain('From translators: ferry.xlf')
  })

  test('a story is named in the newsroom’s first language, whichever edition was filed first', async () => {
    const { story } = await fileStory(newsroom, edit, { language: 'fr', content: ferry({ headline: 'Le phare', slug: 'le-phare' }) })
    await fileEdition(newsroom, edit, { story, language: 'en', content: ferry({ headline: 'The lighthouse', slug: 'the-lighthouse' }) })
    expect(await pageOf(desk.translations)).toContain('<th scope="row"><span lang="en" dir="ltr">The lighthouse</span></th>')
  })

  test('a document with something else than targets changed is refused with its line', async () => {
    const { target } = await begun('ar')
    const xliff = (await (await at.as(edit, link(desk.translationFile, { edition: target }))).text()).replace('<source>The', '<source>A')
    const answer = await at.as(edit, desk.translationFilesIn, { text: xliff, name: 'ferry.xlf' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Line \d+: the &lt;source&gt; of p1 is not what we sent/)
  })

  test('readers are told of a machine’s words, in their language and for programs, until somebody has reviewed them', async () => {
    const { target, side } = await begun()
    const translator = { name: 'Parrot', translate: async (texts: readonly string[]) => texts.map((text) => `fr ${text}`) }
    await fillByMachine(newsroom, edit, { edition: target, translator })
    expect(await pageOf(link(desk.release, { edition: target }))).toContain('as a machine translated them. Readers are told so')
    await releaseStory(newsroom, edit, { edition: target })
    const { headline } = await readEdition(newsroom.db.writer, target)
    const address = `${at.url}/fr${link(routes.story, { slug: headline.toLowerCase().replaceAll(' ', '-') })}`
    const shown = await (await fetch(address)).text()
    expect(shown).toContain('Traduction automatique')
    expect(shown).toContain('itemProp="digitalSourceType" href="https://schema.org/TrainedAlgorithmicMediaDigitalSource"')
    const page = await pageOf(side)
    await at.as(edit, link(desk.translationDone, { edition: target }), fieldsOf(page))
    await releaseStory(newsroom, edit, { edition: target })
    expect(await (await fetch(address)).text()).not.toContain('Traduction automatique')
  })
})
