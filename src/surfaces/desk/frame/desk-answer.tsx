import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import { registerNames } from '#newsroom/entries/field.ts'
import type { Member } from '#newsroom/members/member.ts'
import { memberPolicy } from '#newsroom/members/member-policy.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { desk as paths, link } from '#src/routes.ts'
import { named } from '#surfaces/ui/in-words.ts'

import type { Desk, DeskContext } from '../desk.ts'
import type { DeskWords } from '../words/desk-words.ts'
import { Words } from '../words/use-words.ts'
import type { FrameProps } from './desk-frame.tsx'
import { DeskFrame } from './desk-frame.tsx'

type Page = {
  title: string
  at?: string
  isWide?: boolean
  /** The language of the text on it, where that is not the desk's own. */
  textLanguage?: string
  refresh?: FrameProps['refresh']
  status?: 200 | 403 | 404 | 409 | 422 | 429 | 503
}

/** A page of the desk for whoever is signed in. */
export async function deskPage(c: DeskContext, desk: Desk, page: Page, content: ReactNode): Promise<Response> {
  const say = c.get('say')
  const { settings } = await desk.registers.read()
  const member = c.get('member')
  const html = renderToStaticMarkup(
    <Words value={say}>
      <DeskFrame
        assets={desk.assets}
        accent={settings.accent}
        newsroom={named(settings.name, say.language)}
        timeZone={settings.timeZone}
        title={page.title}
        member={member}
        waiting={c.get('waiting') ?? 0}
        at={page.at ?? ''}
        keepsMail={!desk.mailbox.isSent && member !== undefined && memberPolicy.readMailbox(member)}
        isWide={page.isWide ?? false}
        textLanguage={page.textLanguage ?? say.language}
        refresh={page.refresh}
        adds={member ? addsOf(member, say) : {}}
      >
        {content}
      </DeskFrame>
    </Words>,
  )
  return c.html(`<!doctype html>${html}`, page.status ?? 200)
}

/** Where a member adds to which register, for fields that find no entry of a name. */
const addsOf = (member: Member, say: DeskWords): NonNullable<FrameProps['adds']> =>
  Object.fromEntries(
    registerNames
      .filter((register) => registerPolicy.addEntry(member, register))
      .map((register) => [
        register,
        { href: link(paths.newEntry, { register }), label: say.registers.addTo(say.registers.names[register]) },
      ]),
  )

/** A part of a page, for a script that puts it in place. */
export const fragment = (c: DeskContext, content: ReactNode): string => renderToStaticMarkup(<Words value={c.get('say')}>{content}</Words>)
