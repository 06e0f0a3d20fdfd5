import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import { memberPolicy } from '#newsroom/members/member-policy.ts'
import { named } from '#surfaces/ui/in-words.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { Words } from '../words/use-words.ts'
import { DeskFrame } from './desk-frame.tsx'

type Page = {
  title: string
  at?: string
  isWide?: boolean
  /** The language of the text on it, where that is not the desk's own. */
  textLanguage?: string
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
      >
        {content}
      </DeskFrame>
    </Words>,
  )
  return c.html(`<!doctype html>${html}`, page.status ?? 200)
}

/** A part of a page, for a script that puts it in place. */
export const fragment = (c: DeskContext, content: ReactNode): string => renderToStaticMarkup(<Words value={c.get('say')}>{content}</Words>)
