import type { Config } from '#platform/config/config.ts'
import { servedAddress } from '#platform/config/served-address.ts'

/** Where readers and members find this newsroom, without a slash at its end; a server on every interface is on its own too. */
export function originOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return (publicUrl?.href ?? `http://${hostInAddress(host)}:${port}`).replace(/\/$/, '')
}

/** Where a link that a command prints leads to, and how the command knows, for whoever is to open it; undefined: they said so. */
export async function originOfLinks(config: Config): Promise<{ origin: string; because?: string }> {
  if (config.publicUrl) return { origin: originOf(config) }
  const origin = await servedAddress(config)
  if (origin !== undefined)
    return { origin, because: `It leads to ${origin}, where this newsroom was served last; PUBLIC_URL changes that.` }
  const assumed = originOf(config)
  return { origin: assumed, because: `It leads to ${assumed}, which is a guess: set PUBLIC_URL to the address that members type.` }
}

/** Whether a server at this host is reached from its own machine alone. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/i.test(host)

function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
