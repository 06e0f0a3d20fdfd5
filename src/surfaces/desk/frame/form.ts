import { Failure } from '#lib/failure.ts'

import type { DeskContext } from '../desk.ts'

/** The text of a form's field, trimmed; '' where there is none. */
export const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The form that was posted; a Failure for what is none. */
export async function postedForm(c: DeskContext): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch (error) {
    throw new Failure('invalid', 'no-form', 'This form did not arrive whole. Send it again.', { cause: error })
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id in the address; what is none names nothing. */
export function idParam(c: DeskContext, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!uuid.test(id)) throw new Failure('missing', 'no-such-thing', 'There is nothing at this address.')
  return id
}

export function numberParam(c: DeskContext, name: string): number {
  const said = c.req.param(name) ?? ''
  if (!/^[1-9]\d{0,8}$/.test(said)) throw new Failure('missing', 'no-such-thing', 'There is nothing at this address.')
  return Number(said)
}
