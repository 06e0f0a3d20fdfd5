import type { Session, WayIn } from './sign-in.ts'

type AuthSession = { id: string; userId: string; createdAt: Date; updatedAt: Date; userAgent?: string | null | undefined; way?: unknown }

const ways: readonly WayIn[] = ['password', 'link', 'passkey', 'oidc']

export function sessionFrom(row: AuthSession): Session {
  return {
    id: row.id,
    memberId: row.userId,
    way: ways.find((way) => way === row.way) ?? null,
    begunAt: row.createdAt,
    usedAt: row.updatedAt,
    userAgent: row.userAgent ?? '',
  }
}
