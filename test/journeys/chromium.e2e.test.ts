import { expect, test } from 'vitest'
import { openChromium } from '#test/chromium.ts'

test('a real browser lays out a page, right to left where its language asks for that', async () => {
  await using browser = await openChromium()
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } })
  await page.setContent(
    '<!doctype html><html lang="ar" dir="rtl"><body style="margin:0"><h1 style="width:100px;margin:0">خبر</h1></body></html>',
  )
  expect(await page.getByRole('heading').boundingBox()).toMatchObject({ x: 260, width: 100 })
})
