import { APIError } from 'better-auth/api'

import type { FailureKind } from '#lib/failure.ts'
import { Failure } from '#lib/failure.ts'

/** `field`: what of that which was typed it is about. */
type Known = { kind: FailureKind; code: string; message: string; field?: string }

const wrongPassword: Known = {
  kind: 'refused',
  code: 'wrong-password',
  message: 'This e-mail and password do not go together.',
  field: 'password',
}
const wrongCurrent: Known = { kind: 'refused', code: 'wrong-current-password', message: 'The current password is another one.' }
const wrongCode: Known = {
  kind: 'refused',
  code: 'wrong-code',
  message: 'This code is not right now. Wait for the next one, or take a backup code.',
  field: 'code',
}
/** What a code says that is not right, or not right any more. */
export const notThisCode = (): Failure => failureOf(wrongCode)

const beginAgain: Known = {
  kind: 'refused',
  code: 'step-over',
  message: 'Too much time has passed, or there were too many tries. Sign in again from the beginning.',
}

const known: Readonly<Record<string, Known>> = {
  INVALID_EMAIL_OR_PASSWORD: wrongPassword,
  INVALID_EMAIL: wrongPassword,
  INVALID_PASSWORD: wrongCurrent,
  CREDENTIAL_ACCOUNT_NOT_FOUND: wrongCurrent,
  PASSWORD_TOO_SHORT: {
    kind: 'invalid',
    code: 'short-password',
    message: 'A password has at least 12 characters. Three or four words are easy to keep in mind.',
    field: 'wanted',
  },
  PASSWORD_TOO_LONG: { kind: 'invalid', code: 'long-password', message: 'A password has at most 128 characters.', field: 'wanted' },
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: wrongCode,
  TOTP_NOT_ENABLED: wrongCode,
  BACKUP_CODES_NOT_ENABLED: wrongCode,
  INVALID_TWO_FACTOR_COOKIE: beginAgain,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: beginAgain,
  ACCOUNT_TEMPORARILY_LOCKED: { kind: 'refused', code: 'codes-locked', message: 'Too many wrong codes: try again in 15 minutes.' },
  TOTP_ALREADY_ENABLED: {
    kind: 'conflict',
    code: 'codes-on',
    message: 'Codes are asked for already. Turn them off first to set up another app.',
  },
  NOT_ADMITTED: { kind: 'refused', code: 'not-admitted', message: 'You cannot sign in here. Ask an administrator of this newsroom.' },
  PASSKEY_NOT_FOUND: { kind: 'missing', code: 'no-such-passkey', message: 'This passkey is not here any more.' },
  SESSION_NOT_FRESH: { kind: 'refused', code: 'old-session', message: 'You signed in long ago. Sign out, sign in again, then do this.' },
  SESSION_EXPIRED: { kind: 'refused', code: 'old-session', message: 'You signed in long ago. Sign in again, then do this.' },
}

/** Calls better-auth; what a person got wrong becomes a Failure. `current` is what the form calls their password. */
export async function asking<T>(call: () => Promise<T>, current = 'password'): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const failure = error instanceof APIError ? known[String(error.body?.code)] : undefined
    if (!failure) throw error
    throw failureOf(failure === wrongCurrent ? { ...failure, field: current } : failure, error)
  }
}

function failureOf({ kind, code, message, field }: Known, cause?: unknown): Failure {
  return new Failure(kind, code, message, { cause, ...(field !== undefined && { values: { field } }) })
}
