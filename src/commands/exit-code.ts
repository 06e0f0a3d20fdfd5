import type { Failure } from '#lib/failure.ts'

/** What a command ends with: 2 where what was said must be mended before it is worth another try, 1 where the work failed. */
export function exitCodeOf({ code }: Failure): 1 | 2 {
  return wrongUsage.has(code) ? 2 : 1
}

const wrongUsage: ReadonlySet<string> = new Set(['bad-environment', 'host-unknown', 'port-refused', 'nobody-to-ask'])
