import { accountKeys } from './account-keys.ts'
import { asking } from './failures.ts'
import type { Auth, AuthParts } from './make-auth.ts'
import { makeAuth } from './make-auth.ts'
import type { OidcOptions } from './oidc-provider.ts'
import { Provider } from './oidc-provider.ts'
import { sessionFrom } from './session-from.ts'
import type { Session, SignIn, Step } from './sign-in.ts'

export type SignInOptions = AuthParts & { oidc?: OidcOptions | undefined }

/** Sign-in over the archive. A provider that does not answer stops nobody who comes in another way. */
export function openSignIn(options: SignInOptions): SignIn {
  const auth = makeAuth(options)
  const provider = options.oidc && new Provider(options, options.oidc)
  return {
    session: (headers) => sessionOf(auth, headers),
    withPassword: (headers, { email, password }) =>
      asking(async () => {
        const { response, headers: given } = await auth.api.signInEmail({ headers, body: { email, password }, returnHeaders: true })
        return stepOf(response, given)
      }),
    withLink: (headers, memberId) =>
      asking(async () => {
        const { response, headers: given } = await auth.api.signInByLink({ headers, body: { memberId }, returnHeaders: true })
        return stepOf(response, given)
      }),
    withCode: (headers, code) => asking(() => withCode(auth, headers, code)),
    pendingMember: async (headers) => (await auth.api.pendingMember({ headers })) ?? undefined,
    async signOut(headers) {
      const { headers: given } = await auth.api.signOut({ headers, returnHeaders: true })
      return given.getSetCookie()
    },
    oidc: provider && { start: (headers, where) => provider.start(headers, where) },
    handle: (request) => handle(request, { auth, provider, basePath: options.basePath }),
    account: accountKeys(auth),
  }
}

async function sessionOf(auth: Auth, headers: Headers): Promise<{ session: Session; cookies: string[] } | undefined> {
  const { response, headers: given } = await auth.api.getSession({ headers, returnHeaders: true })
  if (!response) return undefined
  return { session: sessionFrom(response.session), cookies: given.getSetCookie() }
}

// Better-auth's two-factor plugin answers in place of the endpoint whose types we see.
function stepOf(response: object, headers: Headers): Step {
  return { isIn: !('twoFactorRedirect' in response), cookies: headers.getSetCookie() }
}

async function withCode(auth: Auth, headers: Headers, code: string): Promise<Step> {
  // A session that is there already would make this a test of its own code, and no sign-in.
  const withoutSession = new Headers(headers)
  const { authCookies } = await auth.$context
  withoutSession.set('cookie', cookiesBut(headers.get('cookie') ?? '', authCookies.sessionToken.name))
  const plain = code.replaceAll(/\s/g, '')
  const isBackup = !/^\d{6}$/.test(plain)
  const call = { headers: withoutSession, body: { code: plain }, returnHeaders: true } as const
  const { headers: given } = isBackup ? await auth.api.verifyBackupCode(call) : await auth.api.verifyTOTP(call)
  return { isIn: true, cookies: given.getSetCookie() }
}

const cookiesBut = (cookies: string, name: string): string =>
  cookies
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(`${name}=`))
    .join('; ')

type Reach = { auth: Auth; provider: Provider | undefined; basePath: string }

// What browsers themselves ask for; everything else of better-auth's is ours to call, and nothing to the outside.
const reachable: ReadonlySet<string> = new Set([
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
])

async function handle(request: Request, { auth, provider, basePath }: Reach): Promise<Response> {
  const { pathname } = new URL(request.url)
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : ''
  if (reachable.has(`${request.method} ${path}`)) return auth.handler(request)
  if (provider && `${request.method} ${path}` === 'GET /callback/oidc') return provider.comeBack(request)
  return Response.json({ code: 'no-such-thing' }, { status: 404 })
}
