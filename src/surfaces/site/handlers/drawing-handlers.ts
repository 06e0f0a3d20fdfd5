import type { Drawing } from '#newsroom/drawings/drawing.ts'
import { findEmblem, findLogo } from '#newsroom/live/find-drawing.ts'
import { emblemPath, logoPath } from '#surfaces/ui/drawing-path.ts'
import type { PageHandler } from '#surfaces/ui/page-request.ts'

/** /logo/{hash}.svg: the logo, for as long as it is this one. */
export const logoHandler: PageHandler = async ({ live, path }) => {
  const { logo } = live.registers.settings
  if (!logo || logoPath(logo) !== path) return undefined
  return drawing(logo, await findLogo(live, logo.hash))
}

/** /emblems/{hash}.svg: a funder's emblem, for as long as a rule shows it. */
export const emblemHandler: PageHandler = async ({ live, path }) => {
  const emblem = live.registers.visibilityRules.flatMap(({ emblems }) => emblems).find((one) => emblemPath(one) === path)
  return emblem && drawing(emblem, await findEmblem(live, emblem.hash))
}

function drawing({ type }: Pick<Drawing, 'type'>, bytes: Uint8Array | undefined) {
  // It was checked when it came in; opened by itself it can do nothing all the same.
  const headers = {
    'content-type': type === 'image/svg+xml' ? `${type}; charset=utf-8` : type,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  }
  return bytes && { status: 200 as const, body: bytes, headers }
}
