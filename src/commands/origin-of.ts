import type { Config } from '#platform/config/config.ts'

/** Where readers and members find this newsroom, without a slash at its end; a server on every interface is on its own too. */
export function originOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return (publicUrl?.href ?? `http://${hostInAddress(host)}:${port}`).replace(/\/$/, '')
}

function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
