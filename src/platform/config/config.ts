import { resolve } from 'node:path'

import { z } from 'zod'

import { Failure } from '#lib/failure.ts'

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
  oidc: OidcConfig | null
  translator: TranslatorConfig | null
}

/** The machine that translates; LibreTranslate on one's own server needs no key. */
export type TranslatorConfig = { provider: 'deepl' | 'libretranslate'; url: URL; key: string | null }

/** The organisation's own sign-in, and which of its groups has which role here. */
export type OidcConfig = { issuer: string; clientId: string; clientSecret: string; roles: ReadonlyMap<string, GroupRole> }

export const groupRoles = ['contributor', 'editor', 'chief editor', 'observer', 'administrator'] as const
type GroupRole = (typeof groupRoles)[number]

const rolesInput = z.string().transform((list, context) => {
  const pairs = list.split(',').map((pair) => {
    const at = pair.lastIndexOf('=')
    const role = groupRoles.find((name) => name === pair.slice(at + 1).trim())
    const group = pair.slice(0, Math.max(at, 0)).trim()
    if (group !== '' && role) return [group, role] as const
    context.addIssue({ code: 'custom', message: `write group=role,group=role; the roles are ${groupRoles.join(', ')}` })
    return z.NEVER
  })
  return new Map(pairs)
})

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATELINE_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATELINE_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/, 'write an address, or Name <address>')
    .optional(),
  TRUST_PROXY: z.enum(['0', '1']).optional(),
  MT_PROVIDER: z.enum(['deepl', 'libretranslate']).optional(),
  MT_URL: z.url({ protocol: /^https?$/ }).optional(),
  MT_KEY: z.string().max(500).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLES: rolesInput.optional(),
})

/** Every variable that is read. */
export const variables = Object.keys(environment.shape)

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/** Reads the environment; one Failure names every variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  const missing = oidcNames.filter((name) => given[name] === undefined)
  const isHalf = missing.length < oidcNames.length || given['OIDC_ROLES'] !== undefined
  const wrong = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} (${issue.message})`),
    ...translatorFaults(given),
    ...(isHalf ? missing.map((name) => `${name} (sign-in by OIDC needs it)`) : []),
  ]
  if (!parsed.success || wrong.length > 0) {
    throw new Failure('invalid', 'bad-environment', `Set these variables right, then start again: ${wrong.join('; ')}.`)
  }
  const { PORT, HOST, PUBLIC_URL, DATELINE_DATA, DATABASE_URL } = parsed.data
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ? new URL(PUBLIC_URL) : null,
    dataFolder: resolve(DATELINE_DATA),
    databaseUrl: DATABASE_URL ?? null,
    secret: parsed.data.DATELINE_SECRET ?? null,
    smtpUrl: parsed.data.SMTP_URL ? new URL(parsed.data.SMTP_URL) : null,
    mailFrom: parsed.data.MAIL_FROM ?? null,
    trustProxy: parsed.data.TRUST_PROXY === '1',
    oidc: oidcFrom(parsed.data),
    translator: translatorFrom(parsed.data),
  }
}

function oidcFrom(data: z.infer<typeof environment>): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: roles } = data
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, roles: roles ?? new Map() } : null
}

function translatorFaults(given: Record<string, string | undefined>): string[] {
  const { MT_PROVIDER: provider, MT_URL: url, MT_KEY: key } = given
  if (provider === undefined) return url === undefined && key === undefined ? [] : ['MT_PROVIDER (say deepl or libretranslate)']
  if (provider === 'deepl') return key === undefined ? ['MT_KEY (DeepL needs it)'] : []
  return url === undefined ? ['MT_URL (the address of your LibreTranslate server)'] : []
}

/** DeepL's accounts that cost nothing have keys that end in ":fx" and an address of their own. */
function translatorFrom({ MT_PROVIDER: provider, MT_URL: url, MT_KEY: key }: z.infer<typeof environment>): TranslatorConfig | null {
  if (!provider) return null
  const usual = key?.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com'
  return { provider, url: new URL(url ?? usual), key: key ?? null }
}
