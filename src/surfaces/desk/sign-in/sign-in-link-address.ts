import { desk } from '#src/routes.ts'

/** The address of a link that signs in once. */
export function signInLinkAddress(origin: string, token: string, next?: string): string {
  return `${origin}${desk.signInLink}?${new URLSearchParams({ token, ...(next !== undefined && { next }) }).toString()}`
}
