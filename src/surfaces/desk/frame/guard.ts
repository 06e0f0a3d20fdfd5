import type { MiddlewareHandler } from 'hono'

import type { Via } from '#newsroom/audit/record-act.ts'
import { countNotices } from '#newsroom/notices/find-notices.ts'
import { addressHeader, clientAddress } from '#platform/http/client-address.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext, DeskEnv } from '../desk.ts'
import { deskLanguageOf, deskWordsIn } from '../words/words.ts'

/** Every answer of the desk: nobody else keeps it, and only pages of the desk itself may frame it. */
export const deskHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    // The hash is that of the one style sheet that Turbo brings, for its progress bar.
    "style-src 'self' 'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='",
    "img-src 'self' data:",
    "font-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
}

/** Refuses what another site sends in a member's name: a browser says where a request comes from. */
export function sameOrigin(desk: Desk): MiddlewareHandler<DeskEnv> {
  const isHttps = desk.origin.startsWith('https:')
  const ours = new URL(desk.origin).origin
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('sec-fetch-site')
    const origin = originOf(c.req.header('origin'))
    // A newsroom on https is not spoken for by a page that came without it.
    // A proxy may not pass on what it was asked for; that the newsroom is found there, its settings say.
    const isHere = origin !== undefined && (origin.host === c.req.header('host') || origin.origin === ours)
    const isSame = isHere && (!isHttps || origin.protocol === 'https:')
    if (site ? site !== 'same-origin' : !isSame) return c.text(`${c.get('say').failures.elsewhere}\n`, 403)
    return next()
  }
}

/** Says in a header of our own where a request comes from; what a stranger wrote there is gone. */
export function addressed(desk: Desk): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const { headers } = c.req.raw
    headers.set(addressHeader, clientAddress(headers, c.env, desk.trustProxy))
    return next()
  }
}

/** How whoever asks comes in, for the audit log. */
export const viaOf = (c: DeskContext): Via => ({ surface: 'desk', address: c.req.raw.headers.get(addressHeader) })

/** Speaks as the browser asks, until it is known who is there. */
export const spoken: MiddlewareHandler<DeskEnv> = async (c, next) => {
  c.set('say', deskWordsIn(deskLanguageOf(c.req.header('accept-language'))))
  return next()
}

/** Lets in whoever is signed in; sends others to sign in first, and back to where they wanted to go. */
export function signedIn(desk: Desk): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const member = await desk.memberOf(c.req.raw.headers, (cookie) => c.header('set-cookie', cookie, { append: true }))
    if (!member) {
      const url = new URL(c.req.url)
      if (c.req.header('accept')?.includes('application/json')) return c.json({ code: 'signed-out' }, 401)
      const isPage = c.req.method === 'GET'
      return c.redirect(`${paths.signIn}?next=${encodeURIComponent(isPage ? url.pathname + url.search : paths.home)}`, 303)
    }
    c.set('member', { ...member, via: viaOf(c) })
    if (member.language !== null) c.set('say', deskWordsIn(member.language))
    c.set('waiting', await countNotices(desk.newsroom.db.writer, member))
    return next()
  }
}

function originOf(origin: string | undefined): URL | undefined {
  return origin && URL.canParse(origin) ? new URL(origin) : undefined
}
