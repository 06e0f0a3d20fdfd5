import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

export const linkPath = '/sign-in/link'

const cookie = 'by_link'

/** Signs in a member who has shown a link of ours, and knows whose second step is under way. Only we may ask: a request from outside finds nothing. */
export const linkSignIn = () =>
  ({
    id: 'dateline-link',
    endpoints: {
      signInByLink: createAuthEndpoint(linkPath, { method: 'POST', body: z.object({ memberId: z.string() }) }, async (context) => {
        if (context.request) throw new APIError('NOT_FOUND')
        const { internalAdapter } = context.context
        const user = await internalAdapter.findUserById(context.body.memberId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        const { name, attributes } = context.context.createAuthCookie(cookie, { maxAge: 600 })
        await context.setSignedCookie(name, user.id, context.context.secret, attributes)
        return context.json({ memberId: user.id })
      }),
      pendingMember: createAuthEndpoint('/sign-in/pending', { method: 'GET' }, async (context) => {
        if (context.request) throw new APIError('NOT_FOUND')
        const { name } = context.context.createAuthCookie('two_factor')
        const challenge = await context.getSignedCookie(name, context.context.secret)
        const pending = challenge ? await context.context.internalAdapter.findVerificationValue(challenge) : null
        return pending?.value ?? null
      }),
    },
  }) satisfies BetterAuthPlugin

/** Whether this member showed a link before the step that is under way. */
export async function cameByLink(context: GenericEndpointContext, memberId: string): Promise<boolean> {
  const { name } = context.context.createAuthCookie(cookie)
  return (await context.getSignedCookie(name, context.context.secret)) === memberId
}
