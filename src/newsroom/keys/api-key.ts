import { createHash, randomBytes } from 'node:crypto'

import type { Member } from '../members/member.ts'

/**
 * What a key may be used for, never more than its member may: read drafts; write, send and comment; clear, release, correct and withdraw; change
 * registers; see and change members; see and change the house rules, the settings and the audit log.
 */
export const keyScopes = ['read', 'write', 'release', 'registers', 'people', 'settings'] as const
export type KeyScope = (typeof keyScopes)[number]

/** A key as its list shows it; the key itself is shown once, when it is made. */
export type ApiKey = {
  id: string
  member: string
  memberName: string
  name: string
  /** Its first characters, by which people recognise it. */
  prefix: string
  scopes: KeyScope[]
  madeAt: Date
  madeBy: string
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

/** Who uses a key now: it acts as its member, as far as its scopes go. */
export type KeyHolder = { key: string; scopes: readonly KeyScope[]; member: Member }

/** How long a key may last, in days. */
export const longestKeyDays = 366

export type KeyState = 'works' | 'expired' | 'revoked'

export function keyState(key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date): KeyState {
  if (key.revokedAt !== null) return 'revoked'
  return key.expiresAt <= now ? 'expired' : 'works'
}

const mark = 'dln_'
const prefixLength = 12

/** 256 random bits behind a mark by which scanners of leaked secrets know it. */
export const newKeyToken = (): string => `${mark}${randomBytes(32).toString('base64url')}`
export const keyPrefix = (token: string): string => token.slice(0, prefixLength)
export const hashOfKey = (token: string): string => createHash('sha256').update(token).digest('hex')
export const isKeyToken = (token: string): boolean => /^dln_[\w-]{43}$/.test(token)
export const scopesFrom = (said: readonly string[]): KeyScope[] => keyScopes.filter((scope) => said.includes(scope))
