import { z } from 'zod'

export const groupRoles = ['contributor', 'editor', 'chief editor', 'observer', 'administrator'] as const
export type GroupRole = (typeof groupRoles)[number]

const whole = /^\d{1,5}$/
const emailOrNamed = /^(?:[^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/

export const portInput = z
  .string()
  .regex(whole)
  .transform(Number)
  .refine((port) => port <= 65_535)

// Every page, feed and cookie stands at the root of its host.
const originInput = z.url({ protocol: /^https?$/ }).refine((address) => {
  const url = URL.parse(address)
  return url?.pathname === '/' && url.search + url.hash + url.username === ''
})

const rolesInput = z.string().transform((list, context) => {
  const pairs = list.split(',').map((pair) => {
    const at = pair.lastIndexOf('=')
    const role = groupRoles.find((name) => name === pair.slice(at + 1).trim())
    const group = pair.slice(0, Math.max(at, 0)).trim()
    if (group !== '' && role) return [group, role] as const
    context.addIssue({ code: 'custom', message: 'no pair of a group and a role' })
    return z.NEVER
  })
  return new Map(pairs)
})

export const environment = z.object({
  PORT: portInput.default(3000),
  HOST: z.string().default('localhost'),
  PUBLIC_URL: originInput.optional(),
  DATELINE_DATA: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATELINE_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().regex(emailOrNamed).optional(),
  TRUST_PROXY: z.enum(['0', '1']).optional(),
  LOG_FORMAT: z.enum(['json', 'text']).optional(),
  MT_PROVIDER: z.enum(['deepl', 'libretranslate']).optional(),
  MT_URL: z.url({ protocol: /^https?$/ }).optional(),
  MT_KEY: z.string().max(500).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLES: rolesInput.optional(),
})

export type Environment = z.infer<typeof environment>
export type Variable = keyof Environment

/** What each variable must be, as the end of a sentence. */
export const mustBe: Readonly<Record<Variable, string>> = {
  PORT: 'a whole number from 0 to 65535; 0 takes any port that is free',
  HOST: 'an address or name of this machine',
  PUBLIC_URL: 'the address of the site without a path, such as https://news.example.org',
  DATELINE_DATA: 'a folder in which this user may read and write',
  DATABASE_URL:
    'the address of a PostgreSQL 16 or newer whose user owns its database and may create roles, such as postgres://user:password@host:5432/database',
  DATELINE_SECRET: 'at least 32 characters long',
  SMTP_URL: 'the address of a mail server, such as smtps://user:password@mail.example.org',
  MAIL_FROM: 'an e-mail address, or Name <address>',
  TRUST_PROXY: '0 or 1',
  LOG_FORMAT: 'json or text',
  MT_PROVIDER: 'deepl or libretranslate',
  MT_URL: 'an address that begins with http:// or https://',
  MT_KEY: 'at most 500 characters long',
  OIDC_ISSUER: 'an address that begins with http:// or https://',
  OIDC_CLIENT_ID: 'the name that the provider knows Dateline by',
  OIDC_CLIENT_SECRET: 'what the provider gave Dateline',
  OIDC_ROLES: `written group=role,group=role; the roles are ${groupRoles.join(', ')}`,
}
