/** Whether an error says that the database cannot be reached, and not that a statement was wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return networkCodes.has(code) || /^(08|57P0[1-5]|53300)/.test(code) || lostConnection.test(error.message)
}

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'])
const lostConnection =
  /^Connection terminated|not currently accepting connections|timeout exceeded when trying to connect|^timeout expired|not queryable|the database stopped/
