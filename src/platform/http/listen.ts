import type { Server } from 'node:http'
import { Failure } from '#lib/failure.ts'

/** The port that was taken. A Failure that names the setting to change when it cannot be had. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, host, port)))
    server.listen({ host, port, backlog: 1024 }, resolve)
  })
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : port
}

/** Ends when every request under way is answered, or after so many milliseconds. */
export async function drain(server: Server, milliseconds: number): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), milliseconds)
  try {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  } finally {
    clearInterval(sweep)
    clearTimeout(cut)
  }
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Failure('unavailable', 'port-in-use', `Port ${port} is in use: stop what uses it, or set PORT to another.`, { cause: error })
  }
  if (error.code === 'EACCES') {
    return new Failure('refused', 'port-refused', `Port ${port} may not be opened by this user: set PORT to one above 1023.`, {
      cause: error,
    })
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Failure(
      'invalid',
      'host-unknown',
      `HOST "${host}" is not an address of this machine: set it to localhost, or to 0.0.0.0 or :: for all who can reach this machine.`,
      {
        cause: error,
      },
    )
  }
  return error
}
