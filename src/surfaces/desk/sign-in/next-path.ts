import { desk } from '#src/routes.ts'

/** Where to go after signing in: a page of our own desk, as a path; its first page where anything else was asked for. */
export function nextPath(asked: string | undefined): string {
  if (asked === undefined || !asked.startsWith('/') || !URL.canParse(asked, nowhere)) return desk.home
  // Read as a browser reads it: backslashes, dots and tabs have had their effect.
  const { origin, pathname, search } = new URL(asked, nowhere)
  const isOurs = origin === nowhere && (pathname === desk.home || pathname.startsWith(`${desk.home}/`)) && !pathname.includes('//')
  const isWayIn = [desk.signIn, desk.signOut, desk.auth].some((path) => pathname === path || pathname.startsWith(`${path}/`))
  return isOurs && !isWayIn ? pathname + search : desk.home
}

const nowhere = 'https://desk.invalid'

/** The same page, told where to go on to. */
export const withNext = (path: string, next: string): string => (next === desk.home ? path : `${path}?next=${encodeURIComponent(next)}`)
