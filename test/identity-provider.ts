import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Claims, Context } from 'oidc-provider'
import { Provider } from 'oidc-provider'

export type IdentityProvider = AsyncDisposable & {
  issuer: string
  clientId: string
  clientSecret: string
  /** Whoever signs in there next, with what the provider says of them. */
  person: Claims
  /** Goes through the provider as a browser would, from its first address to the way back. */
  visit(address: string): Promise<string>
}

/** A real OpenID provider on this machine, where signing in takes no password: it is whoever `person` is. */
export async function openIdentityProvider(redirectUri: string, wantedPort = 0): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(wantedPort, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const at: { person: Claims } = { person: { sub: 'nobody' } }
  const client = { client_id: 'dateline', client_secret: 'a secret between the two of them', redirect_uris: [redirectUri] }
  const provider = new Provider(
    issuer,
    configuration(
      client,
      () => at.person,
      () => provider,
    ),
  )
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    return void provider.interactionFinished(request, response, { login: { accountId: at.person.sub } })
  })
  return Object.assign(at, {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    visit: (address: string) => follow(address, issuer),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

function configuration(client: object, person: () => Claims, provider: () => Provider): Record<string, unknown> {
  return {
    clients: [{ ...client, grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    cookies: { keys: ['a key for the cookies of the provider'] },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => person() }),
    // Whoever works there has agreed already.
    async loadExistingGrant({ oidc }: Context) {
      const grant = new (provider().Grant)({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile groups')
      await grant.save()
      return grant
    },
  }
}

async function follow(address: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let steps = 0; next.startsWith(issuer); steps += 1) {
    if (steps > 10) throw new Error(`the provider sends in a circle: ${next}`)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`the provider answers ${response.status}: ${await response.text()}`)
    next = new URL(location, next).href
  }
  return next
}
