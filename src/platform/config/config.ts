import { resolve } from 'node:path'

import type { LogFormat } from '../log.ts'
import { badEnvironment, faultsOf } from './bad-variables.ts'
import type { Environment, GroupRole } from './environment.ts'
import { environment } from './environment.ts'

/** What the environment says, checked once. */
export type Config = {
  port: number
  host: string
  publicUrl: URL | null
  dataFolder: string
  databaseUrl: string | null
  /** Signs cookies; null: one is made and kept in the data folder. */
  secret: string | null
  smtpUrl: URL | null
  mailFrom: string | null
  /** Whether a proxy in front of us says truly in X-Forwarded-For who asks. */
  trustProxy: boolean
  /** null: text on a terminal, JSON elsewhere. */
  logFormat: LogFormat | null
  oidc: OidcConfig | null
  translator: TranslatorConfig | null
}

/** The machine that translates; LibreTranslate on one's own server needs no key. */
export type TranslatorConfig = { provider: 'deepl' | 'libretranslate'; url: URL; key: string | null }

/** The organisation's own sign-in, and which of its groups has which role here. */
export type OidcConfig = { issuer: string; clientId: string; clientSecret: string; roles: ReadonlyMap<string, GroupRole> }

/** Every variable that is read. */
export const variables = Object.keys(environment.shape)

/** Reads the environment; a variable set to nothing is not set. One Failure names every variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  const faults = faultsOf(given, parsed.error?.issues ?? [])
  if (!parsed.success || faults.length > 0) throw badEnvironment(faults)
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL ? new URL(data.PUBLIC_URL) : null,
    dataFolder: resolve(data.DATELINE_DATA),
    databaseUrl: data.DATABASE_URL ?? null,
    secret: data.DATELINE_SECRET ?? null,
    smtpUrl: data.SMTP_URL ? new URL(data.SMTP_URL) : null,
    mailFrom: data.MAIL_FROM ?? null,
    trustProxy: data.TRUST_PROXY === '1',
    logFormat: data.LOG_FORMAT ?? null,
    oidc: oidcFrom(data),
    translator: translatorFrom(data),
  }
}

function oidcFrom(data: Environment): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: roles } = data
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, roles: roles ?? new Map() } : null
}

/** DeepL's accounts that cost nothing have keys that end in ":fx" and an address of their own. */
function translatorFrom({ MT_PROVIDER: provider, MT_URL: url, MT_KEY: key }: Environment): TranslatorConfig | null {
  if (!provider) return null
  const usual = key?.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com'
  return { provider, url: new URL(url ?? usual), key: key ?? null }
}
