import { z } from 'zod'

import type { Profile } from './sign-in.ts'

const text = z.string().optional().catch(undefined)

const claimsInput = z.object({
  sub: z.string().min(1),
  email: text,
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: text,
  given_name: text,
  family_name: text,
  groups: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .optional()
    .catch(undefined),
})

type Claims = z.infer<typeof claimsInput>

/**
 * What a provider says of a person (OpenID Connect Core 1.0, sections 2 and 5.3): the claims of the ID token, which better-auth
 * has verified, and what the userinfo endpoint adds where they leave out the address or the groups. Undefined: it names nobody.
 */
export async function readProfile(
  tokens: { idToken?: string | undefined; accessToken?: string | undefined },
  discoveryUrl: string,
): Promise<Profile | undefined> {
  const token = claimsInput.safeParse(payloadOf(tokens.idToken ?? ''))
  if (!token.success) return undefined
  const { email, email_verified: isProven, groups } = token.data
  const isWhole = email !== undefined && isProven !== undefined && groups !== undefined
  const more = isWhole || tokens.accessToken === undefined ? undefined : await userInfo(discoveryUrl, tokens.accessToken)
  // An answer about somebody else is none (section 5.3.2).
  const claims: Claims = { ...(more?.sub === token.data.sub && more), ...withoutGaps(token.data) }
  if (claims.email === undefined) return undefined
  return {
    subject: claims.sub,
    email: claims.email.toLowerCase(),
    isEmailRefused: claims.email_verified === false || claims.email_verified === 'false',
    isEmailProven: claims.email_verified === true || claims.email_verified === 'true',
    name: claims.name ?? [claims.given_name, claims.family_name].filter((part) => part).join(' '),
    groups: claims.groups ?? [],
  }
}

const withoutGaps = (claims: Claims): Claims => ({
  sub: claims.sub,
  ...Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined)),
})

function payloadOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}

const discovery = z.object({ userinfo_endpoint: z.url({ protocol: /^https?$/ }) })

async function userInfo(discoveryUrl: string, accessToken: string): Promise<Claims | undefined> {
  try {
    const signal = AbortSignal.timeout(10_000)
    const { userinfo_endpoint: address } = discovery.parse(await (await fetch(discoveryUrl, { signal })).json())
    const answer = await fetch(address, { signal, headers: { authorization: `Bearer ${accessToken}` } })
    return answer.ok ? claimsInput.parse(await answer.json()) : undefined
  } catch {
    return undefined
  }
}
