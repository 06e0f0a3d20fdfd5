import { createHash, randomBytes } from 'node:crypto'

/** How long a private link may last, in days. */
export const longestDays = 60

/** What is sent to the partner; only its hash is kept. */
export const newToken = (): string => randomBytes(24).toString('base64url')
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
