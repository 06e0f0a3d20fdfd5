import { openLog } from '#platform/log.ts'

/** A log that nobody reads. */
export const silent = openLog(() => undefined, 'warn')
