import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Failure } from '#lib/failure.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { HelpPage } from './help-page.tsx'
import { PrintGuide } from './print-guide.tsx'

const documents = join(import.meta.dirname, '../../../../docs')

export async function showHelp(c: DeskContext, desk: Desk): Promise<Response> {
  return deskPage(c, desk, { title: c.get('say').help.title, at: paths.help }, <HelpPage />)
}

/** A guide as it is in the repository; it is written in English. */
export async function showGuide(c: DeskContext, desk: Desk, whose: 'editors' | 'administrators'): Promise<Response> {
  const words = c.get('say').help
  const markdown = await readFile(join(documents, `${whose}.md`), 'utf8')
  return deskPage(
    c,
    desk,
    { title: whose === 'editors' ? words.guide : words.administrators, at: paths.help },
    <div className="narrow guide">
      <WayBack href={paths.help}>{words.title}</WayBack>
      <div lang="en" dir="ltr">
        <PrintGuide markdown={markdown} />
      </div>
    </div>,
  )
}

export async function showGuidePicture(c: DeskContext): Promise<Response> {
  const name = c.req.param('name') ?? ''
  const bytes = /^[a-z-]+$/.test(name) ? await readFile(join(documents, 'pictures', `${name}.png`)).catch(() => undefined) : undefined
  if (!bytes) throw new Failure('missing', 'no-such-picture', 'There is no such picture in the guide.')
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/png' } })
}
