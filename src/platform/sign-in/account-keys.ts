import type { Passkey as AuthPasskey } from '@better-auth/passkey'

import { Failure } from '#lib/failure.ts'

import { asking } from './failures.ts'
import type { Auth } from './make-auth.ts'
import { sessionFrom } from './session-from.ts'
import type { AccountKeys, NewCodes } from './sign-in.ts'

/** What members change of their own ways in. */
export function accountKeys(auth: Auth): AccountKeys {
  return {
    hasPassword: (memberId) => hasPassword(auth, memberId),
    setPassword: (headers, password) => asking(() => setPassword(auth, headers, password), 'current'),
    async passkeys(memberId) {
      const { adapter } = await auth.$context
      const rows = await adapter.findMany<AuthPasskey>({ model: 'passkey', where: [{ field: 'userId', value: memberId }] })
      return rows.map(({ id, name, createdAt }) => ({ id, name: name ?? '', addedAt: createdAt }))
    },
    async namePasskey(headers, id, name) {
      await asking(() => auth.api.updatePasskey({ headers, body: { id, name } }))
    },
    async removePasskey(headers, id) {
      await asking(() => auth.api.deletePasskey({ headers, body: { id } }))
    },
    beginCodes: (headers, password) => asking(() => beginCodes(auth, headers, password)),
    confirmCodes: (headers, code) =>
      asking(async () => {
        const { headers: given } = await auth.api.verifyTOTP({ headers, body: { code: code.replaceAll(/\s/g, '') }, returnHeaders: true })
        return given.getSetCookie()
      }),
    endCodes: (headers, password) =>
      asking(async () => {
        const { headers: given } = await auth.api.disableTwoFactor({ headers, body: { password }, returnHeaders: true })
        return given.getSetCookie()
      }),
    newBackupCodes: (headers, password) =>
      asking(async () => (await auth.api.generateBackupCodes({ headers, body: { password } })).backupCodes),
    async sessions(memberId) {
      const { internalAdapter } = await auth.$context
      const rows = await internalAdapter.listSessions(memberId, { onlyActiveSessions: true })
      return rows.map(sessionFrom).toSorted((a, b) => b.usedAt.getTime() - a.usedAt.getTime())
    },
    endSession: (headers, id) => endSession(auth, headers, id),
    async endOtherSessions(headers) {
      await auth.api.revokeOtherSessions({ headers })
    },
  }
}

async function hasPassword(auth: Auth, memberId: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context
  return Boolean((await internalAdapter.findCredentialAccount(memberId))?.password)
}

const linkCounts = 15 * 60_000

async function setPassword(auth: Auth, headers: Headers, { current, wanted }: { current: string; wanted: string }): Promise<string[]> {
  const found = await auth.api.getSession({ headers })
  if (!found) throw new Failure('refused', 'signed-out', 'You are not signed in any more. Sign in again.')
  const { session, user } = found
  if (!(await hasPassword(auth, user.id))) {
    await auth.api.setPassword({ headers, body: { newPassword: wanted } })
  } else if (current === '' && session.way === 'link' && Date.now() - session.createdAt.getTime() < linkCounts) {
    await replacePassword(auth, user.id, wanted)
  } else {
    const body = { currentPassword: current, newPassword: wanted, revokeOtherSessions: true }
    const { headers: given } = await auth.api.changePassword({ headers, body, returnHeaders: true })
    return given.getSetCookie()
  }
  await auth.api.revokeOtherSessions({ headers })
  return []
}

/** For who has forgotten theirs, and has just shown that the mail is theirs. */
async function replacePassword(auth: Auth, memberId: string, wanted: string): Promise<void> {
  const { password, internalAdapter } = await auth.$context
  const { minPasswordLength, maxPasswordLength } = password.config
  if (wanted.length < minPasswordLength || wanted.length > maxPasswordLength)
    throw new Failure('invalid', 'short-password', `A password has ${minPasswordLength} to ${maxPasswordLength} characters.`, {
      values: { field: 'wanted' },
    })
  await internalAdapter.updatePassword(memberId, await password.hash(wanted))
}

async function beginCodes(auth: Auth, headers: Headers, password: string): Promise<NewCodes> {
  const begun = await auth.api.enableTwoFactor({ headers, body: { password, method: 'totp' } })
  if (begun.method !== 'totp' || begun.totpURI === undefined) throw new TypeError('codes of an app were asked for')
  return { address: begun.totpURI, backupCodes: begun.backupCodes ?? [] }
}

async function endSession(auth: Auth, headers: Headers, id: string): Promise<void> {
  const sessions = await auth.api.listSessions({ headers })
  const session = sessions.find((one) => one.id === id)
  if (session) await auth.api.revokeSession({ headers, body: { token: session.token } })
}
