import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readSettings } from '#newsroom/settings/read-settings.ts'
import { desk } from '#src/routes.ts'
import { admit, someone } from '#test/cast.ts'
import type { TestDesk } from '#test/desk.ts'
import { openTestDesk } from '#test/desk.ts'
import { engines } from '#test/engines.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { newsroomOn } from '#test/newsroom.ts'

const boss = someone('Beatrice', 'administrator')

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><linearGradient id="a"><stop offset="0"/></linearGradient><path fill="url(#a)" d="M0 0h9v9z"/></svg>'

describe.each(engines)('the logo, on %s', (engine) => {
  let newsroom: TestNewsroom
  let at: TestDesk
  beforeAll(async () => {
    newsroom = await newsroomOn(engine)
    await admit(newsroom, boss)
    at = await openTestDesk(newsroom, [boss])
  })
  afterAll(async () => {
    await at[Symbol.asyncDispose]()
    await newsroom[Symbol.asyncDispose]()
  })

  const front = async () => (await fetch(at.url)).text()
  const version = async () => String((await readSettings(newsroom.db.writer)).version)
  const send = async (path: string, typed: Record<string, string>, bytes: string) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(typed)) form.append(name, value)
    form.append('logo', new File([bytes], 'logo.svg', { type: 'image/svg+xml' }))
    const headers = { cookie: `member=${boss.id}`, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(at.url + path, { method: 'POST', body: form, headers, redirect: 'manual' })
    return { status: answer.status, text: await answer.text() }
  }

  test('a logo stands in place of the name, and what could run is no logo', async () => {
    const sendLogo = (bytes: string) => send(desk.siteLogo, {}, bytes)
    expect((await sendLogo(drawing)).status).toBe(303)
    const src = /<img class="logo" src="([^"]+)" width="168" height="56" alt="The Ferry Office"/.exec(await front())?.[1] ?? ''
    const served = await fetch(at.url + src)
    expect(served.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
    expect(await served.text()).toBe(drawing)
    const bad = [
      '<script>alert(1)</script>',
      '<path onload="alert(1)"/>',
      '<foreignObject/>',
      '<image href="https://evil.example/x"/>',
      '<use href="https://evil.example/x#a"/>',
      '<path style="fill:url(https://evil.example/x)"/>',
      '<a href="javascript:alert(1)"/>',
      '<style>*{}</style>',
      '<set attributeName="href" to="javascript:alert(1)"/>',
      '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
      '<g id="round"><use href="#round"/></g>',
    ]
    for (const inside of bad) expect((await sendLogo(drawing.replace('</svg>', `${inside}</svg>`))).status, inside).toBe(422)
    for (const whole of [
      '',
      'GIF89a',
      `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing}`,
      `${drawing}<svg/>`,
      drawing.replace('viewBox="0 0 120 40"', ''),
    ])
      expect((await sendLogo(whole)).status, whole).toBe(422)
    expect((await sendLogo(drawing.replace('d="', `d="${'M0 0'.repeat(60_000)}`))).status).toBe(422)
    await at.as(boss, desk.siteLogoOff, {})
    expect(await front()).not.toContain('class="logo"')
    expect((await fetch(at.url + src)).status).toBe(404)
  })

  test('what was typed beside a logo stays typed, whichever button is pressed, and saving takes a chosen logo along', async () => {
    const typed = {
      'name en': 'The Ferry Office',
      languages: 'en',
      timeZone: 'UTC',
      accent: 'oklch(0.5 0.12 240)',
      navigation: 'auto',
      'footer en': 'Typed beside',
      madeFrom: await version(),
    }
    for (const [path, bytes, status] of [
      [desk.siteLogo, drawing, 200],
      [desk.siteLogo, 'GIF89a', 422],
      [desk.siteSettings, 'GIF89a', 422],
      [desk.siteLogoOff, '', 200],
    ] as const) {
      const answer = await send(path, typed, bytes)
      expect([path, answer.status, answer.text.includes('Typed beside')]).toEqual([path, status, true])
      expect(await front()).not.toContain('Typed beside')
    }
    expect((await send(desk.siteSettings, { ...typed, madeFrom: '999' }, drawing)).status, 'somebody saved meanwhile').toBe(409)
    expect(await front()).not.toContain('class="logo"')
    expect((await send(desk.siteSettings, typed, drawing)).status).toBe(303)
    expect(await front()).toMatch(/class="logo"[^]*Typed beside/)
    expect((await send(desk.siteLogoOff, { ...typed, madeFrom: await version() }, '')).status).toBe(303)
  })
})
