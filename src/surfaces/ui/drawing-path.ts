import type { Drawing } from '#newsroom/drawings/drawing.ts'
import { link, routes } from '#src/routes.ts'

type Named = Pick<Drawing, 'hash' | 'type'>

const extensions = { 'image/svg+xml': 'svg', 'image/png': 'png' } as const
const fileName = ({ hash, type }: Named): string => `${hash}.${extensions[type]}`

/** Where a logo is: its address changes with its bytes. */
export const logoPath = (logo: Named): string => link(routes.logo, { name: fileName(logo) })

/** Where a funder's emblem is: its address changes with its bytes. */
export const emblemPath = (emblem: Named): string => link(routes.emblem, { name: fileName(emblem) })
