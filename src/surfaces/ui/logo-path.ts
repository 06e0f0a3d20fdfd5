import type { Logo } from '#newsroom/settings/settings.ts'
import { link, routes } from '#src/routes.ts'

const extensions = { 'image/svg+xml': 'svg', 'image/png': 'png' } as const

/** Where a logo is: its address changes with its bytes. */
export const logoPath = ({ hash, type }: Pick<Logo, 'hash' | 'type'>): string => link(routes.logo, { name: `${hash}.${extensions[type]}` })
