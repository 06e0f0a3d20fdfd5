import { findLogo } from '#newsroom/live/find-logo.ts'
import { logoPath } from '#surfaces/ui/logo-path.ts'
import type { PageHandler } from '#surfaces/ui/page-request.ts'

/** /logo/{hash}.svg: the logo, for as long as it is this one. */
export const logoHandler: PageHandler = async ({ live, path }) => {
  const { logo } = live.registers.settings
  if (!logo || logoPath(logo) !== path) return undefined
  const bytes = await findLogo(live, logo.hash)
  // It was checked when it came in; opened by itself it can do nothing all the same.
  const headers = { 'content-type': logo.type, 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }
  return bytes && { status: 200, body: bytes, headers }
}
