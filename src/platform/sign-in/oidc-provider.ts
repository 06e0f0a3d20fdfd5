import { APIError } from 'better-auth/api'
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'

import { Failure } from '#lib/failure.ts'

import type { Auth, AuthParts } from './make-auth.ts'
import { makeAuth } from './make-auth.ts'
import { readProfile } from './read-profile.ts'
import type { Profile } from './sign-in.ts'

export type OidcOptions = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Where a member is sent who could not come in; gets `error` as a parameter. */
  failedPath: string
  /** Sees to it that the member is there, with the role of their groups. False: they may not come in. */
  welcome(profile: Profile): Promise<boolean>
}

const patience = 10_000

/** The organisation's own sign-in. Its addresses are asked for at the first use, and again until it has answered. */
export class Provider {
  readonly #parts: AuthParts
  readonly #options: OidcOptions
  #auth: Promise<Auth> | undefined

  constructor(parts: AuthParts, options: OidcOptions) {
    this.#parts = parts
    this.#options = options
  }

  async start(headers: Headers, { next, failed }: { next: string; failed: string }): Promise<{ url: string; cookies: string[] }> {
    const auth = await this.#reach()
    const body = { provider: 'oidc', callbackURL: next, errorCallbackURL: failed, disableRedirect: true } as const
    const { response, headers: given } = await auth.api.signInSocial({ headers, body, returnHeaders: true })
    if (!('url' in response) || !response.url) throw away()
    return { url: response.url, cookies: given.getSetCookie() }
  }

  async comeBack(request: Request): Promise<Response> {
    const auth = await this.#reach()
    const response = await auth.handler(request)
    if (response.status < 400) return response
    return new Response(null, { status: 303, headers: { location: `${this.#options.failedPath}?error=not_admitted` } })
  }

  async #reach(): Promise<Auth> {
    const asked = (this.#auth ??= this.#ask())
    try {
      return await asked
    } catch (error) {
      if (this.#auth === asked) this.#auth = undefined
      throw error
    }
  }

  async #ask(): Promise<Auth> {
    const auth = makeAuth(this.#parts, { config: configOf(this.#options), failed: this.#parts.origin + this.#options.failedPath })
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience).unref())
    const context = await Promise.race([auth.$context, late])
    if (!context?.socialProviders.some(({ id }) => id === 'oidc')) throw away()
    return auth
  }
}

const away = () =>
  new Failure('unavailable', 'provider-away', 'The sign-in of your organisation does not answer. Try again, or sign in another way.')

function configOf(options: OidcOptions): GenericOAuthConfig<'oidc'> {
  const discoveryUrl = `${options.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  return {
    providerId: 'oidc',
    discoveryUrl,
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    scopes: ['openid', 'email', 'profile', 'groups'],
    requireIdTokenVerification: true,
    disableSignUp: true,
    async getUserInfo(tokens) {
      const profile = await readProfile(tokens, discoveryUrl)
      if (!profile || profile.isEmailRefused || !(await options.welcome(profile)))
        throw new APIError('FORBIDDEN', { code: 'NOT_ADMITTED', message: 'not admitted' })
      return { sub: profile.subject, email: profile.email, emailVerified: true, name: profile.name }
    },
  }
}
