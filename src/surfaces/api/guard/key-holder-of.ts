import type { KeyHolder } from '#newsroom/keys/api-key.ts'
import { findKeyHolder } from '#newsroom/keys/find-key-holder.ts'

import type { Api } from '../api.ts'
import { HttpFailure } from '../problem.ts'

/** Whose key came with a request (RFC 6750, section 2.1); refused without one that works. */
export async function keyHolderOf({ newsroom }: Api, header: string | undefined, address: string): Promise<KeyHolder> {
  const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(header ?? '')?.[1]
  if (token === undefined)
    throw new HttpFailure(401, 'key-needed', 'Send a key: `Authorization: Bearer dln_…`. An administrator makes one at the desk.', {
      'www-authenticate': 'Bearer realm="Dateline"',
    })
  const holder = await findKeyHolder(newsroom, token, address)
  if (!holder)
    throw new HttpFailure(
      401,
      'key-refused',
      'This key is unknown, expired or revoked, or its member may not work now. Ask an administrator.',
      {
        'www-authenticate': 'Bearer realm="Dateline", error="invalid_token"',
      },
    )
  return holder
}

export function requireScope(holder: KeyHolder, scope: KeyHolder['scopes'][number]): void {
  if (!holder.scopes.includes(scope))
    throw new HttpFailure(403, 'scope-missing', `This key lacks the scope "${scope}". Ask an administrator for one that has it.`, {
      'www-authenticate': `Bearer realm="Dateline", error="insufficient_scope", scope="${scope}"`,
    })
}
