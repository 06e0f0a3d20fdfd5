import { Failure } from '#lib/failure.ts'
import type { Register } from '#newsroom/entries/field.ts'
import { registerCalled } from '#newsroom/registers/registers.ts'

import type { DeskContext } from '../desk.ts'

/** The register that an address names. */
export const registerParam = (c: DeskContext): Register => registerCalled(c.req.param('register') ?? '')

/** The entry that an address names: an id, or a place's code. */
export function entryParam(c: DeskContext, register: Register): string {
  const id = c.req.param('entry') ?? ''
  const isId = register.key === 'code' ? id !== '' && id.length <= 120 : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  if (!isId) throw new Failure('missing', 'no-such-thing', 'There is nothing at this address.')
  return id
}
