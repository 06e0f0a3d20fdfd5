import { randomUUID } from 'node:crypto'

import type { PasskeyOptions } from '@better-auth/passkey'
import { getAuthenticatorName, passkey } from '@better-auth/passkey'
import type { BetterAuthOptions } from 'better-auth'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'

import type { Database } from '#platform/database/database.ts'
import { addressHeader } from '#platform/http/client-address.ts'
import type { Log } from '#platform/log.ts'

import { cameByLink, linkPath, linkSignIn } from './link-plugin.ts'
import type { Entrance, WayIn } from './sign-in.ts'

export const fewestCharacters = 12
export const mostCharacters = 128

export type AuthParts = {
  db: Database
  /** Where this newsroom is on the web, without a slash at its end. */
  origin: string
  /** The path under which `handle` answers. */
  basePath: string
  /** The path that the cookies go with. */
  cookiePath: string
  secret: string
  newsroomName: string
  log: Pick<Log, 'warn' | 'error'>
  /** Asked before each session begins, with the member's id and how they come in: notes that they are here. False: they may not come in. */
  admit(memberId: string, entrance: Entrance): Promise<boolean>
}

/** Better-auth over our tables. The provider, if any, is asked for its addresses when this is first used. */
export function makeAuth(parts: AuthParts, provider?: { config: GenericOAuthConfig<'oidc'>; failed: string }) {
  return betterAuth({
    appName: parts.newsroomName,
    baseURL: parts.origin,
    basePath: parts.basePath,
    secret: parts.secret,
    trustedOrigins: [parts.origin],
    database: { db: parts.db.writer, type: 'postgres', schemaName: 'newsroom', transaction: false },
    ...tables,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: fewestCharacters,
      maxPasswordLength: mostCharacters,
    },
    advanced: {
      cookiePrefix: 'dateline',
      useSecureCookies: parts.origin.startsWith('https:'),
      defaultCookieAttributes: { path: parts.cookiePath, httpOnly: true, sameSite: 'lax' },
      // Better-auth would have every column of a user, and write them all; our members are more, and not its to make.
      database: { generateId: () => randomUUID(), validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
    // Tries are counted by us, in the database, by account and by address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => parts.log[level === 'error' ? 'error' : 'warn']({ part: 'sign-in' }, message) },
    ...(provider && { onAPIError: { errorURL: provider.failed } }),
    databaseHooks: hooksFor(parts),
    plugins: [passkey(passkeyOptions(parts)), codes(parts), linkSignIn(), genericOAuth({ config: provider ? [provider.config] : [] })],
  })
}

export type Auth = ReturnType<typeof makeAuth>

const day = 86_400

// Better-auth's names, and the columns of ours that they mean.
const tables = {
  user: {
    modelName: 'member',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
  session: {
    modelName: 'sign_in_session',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
    },
    additionalFields: { way: { type: 'string', required: false, input: false } },
    expiresIn: 30 * day,
    updateAge: 600,
    freshAge: day,
  },
  account: {
    modelName: 'sign_in_account',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    updateAccountOnSignIn: false,
    // Nobody signs up by themselves, so an address here is an administrator's word, and the configured provider's is trusted too.
    accountLinking: { enabled: true, trustedProviders: ['oidc'], requireLocalEmailVerified: false },
  },
  verification: {
    modelName: 'sign_in_verification',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const satisfies Pick<BetterAuthOptions, 'user' | 'session' | 'account' | 'verification'>

function passkeyOptions(parts: AuthParts) {
  return {
    rpID: new URL(parts.origin).hostname,
    rpName: parts.newsroomName,
    origin: parts.origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    // A key that did not ask for a finger, face or PIN proves only that someone has it.
    registration: {
      afterVerification({ verification: { registrationInfo } }) {
        requireVerified(registrationInfo?.userVerified)
        const name = getAuthenticatorName(registrationInfo?.aaguid)
        return name === undefined ? undefined : { name }
      },
    },
    authentication: { afterVerification: ({ verification }) => requireVerified(verification.authenticationInfo.userVerified) },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    schema: {
      passkey: {
        modelName: 'sign_in_passkey',
        fields: {
          publicKey: 'public_key',
          userId: 'user_id',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  } satisfies PasskeyOptions
}

function requireVerified(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError('BAD_REQUEST', { code: 'NOT_VERIFIED', message: 'the key did not verify its user' })
}

/** Codes of an app as a second step, after an e-mailed link as after a password. */
function codes(parts: AuthParts) {
  const plugin = twoFactor({
    issuer: parts.newsroomName,
    allowPasswordless: true,
    schema: {
      user: { fields: { twoFactorEnabled: 'has_codes' } },
      twoFactor: {
        modelName: 'sign_in_codes',
        fields: {
          backupCodes: 'backup_codes',
          userId: 'user_id',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) => context.path === linkPath || hook.matcher(context),
  }))
  return { ...plugin, hooks: { ...plugin.hooks, after } }
}

function hooksFor(parts: AuthParts): NonNullable<BetterAuthOptions['databaseHooks']> {
  return {
    // Members are invited, never made by signing in.
    user: { create: { before: async () => false } },
    // What a provider would let us do in a member's name is not kept.
    account: {
      create: {
        before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
      },
    },
    session: {
      create: {
        before: async (session, context) => {
          const way = context ? await wayOf(context, session.userId) : null
          const address = context?.headers?.get(addressHeader) ?? null
          const entrance = { way, address, isAfterCode: context?.path.startsWith('/two-factor/') ?? false }
          if (!(await parts.admit(session.userId, entrance)))
            throw new APIError('FORBIDDEN', { code: 'NOT_ADMITTED', message: 'not admitted' })
          const known = 'way' in session ? session['way'] : null
          return { data: { ...session, way: known ?? way } }
        },
      },
    },
  }
}

type EndpointContext = Parameters<typeof cameByLink>[0]

async function wayOf(context: EndpointContext, memberId: string): Promise<WayIn | null> {
  switch (context.path) {
    case linkPath:
      return 'link'
    case '/sign-in/email':
    case '/change-password':
      return 'password'
    case '/passkey/verify-authentication':
      return 'passkey'
    case '/callback/:id':
      return 'oidc'
    case '/two-factor/verify-totp':
    case '/two-factor/verify-backup-code':
      return (await cameByLink(context, memberId)) ? 'link' : 'password'
    default:
      return null
  }
}
