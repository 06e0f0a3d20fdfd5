import { isUuid } from '#lib/is-uuid.ts'
import { Failure } from '#lib/failure.ts'
import { storable } from '#lib/storable.ts'

import type { DeskContext } from '../desk.ts'

/** The text of a form's field, trimmed; '' where there is none. */
export const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The version that a form was filled in from; 0, which nothing is of, where it does not say. */
export const madeFromIn = (form: FormData): number => Number(field(form, 'madeFrom')) || 0

/** The bytes of a file that was chosen; none where none was. */
export async function fileIn(form: FormData, name: string): Promise<Uint8Array> {
  const file = form.get(name)
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
}

const mostFields = 5000
const mostOfStrangers = 50

/** The form that was posted, without the characters that no archive takes; a Failure for what is none, or has more fields than any form of ours. */
export async function postedForm(c: DeskContext): Promise<FormData> {
  try {
    const isFiles = /^multipart\/form-data/i.test(c.req.header('content-type') ?? '')
    const form = isFiles
      ? await c.req.formData()
      : new URLSearchParams(fewFields(await c.req.text(), c.get('member') ? mostFields : mostOfStrangers))
    const clean = new FormData()
    for (const [name, value] of form) clean.append(storable(name), typeof value === 'string' ? storable(value) : value)
    return clean
  } catch (error) {
    throw new Failure('invalid', 'no-form', 'This form did not arrive whole. Send it again.', { cause: error })
  }
}

// Reading a great many fields takes longer than anybody waits.
function fewFields(text: string, most: number): string {
  let fields = 1
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) fields += 1
  if (fields > most) throw new RangeError(`${fields} fields`)
  return text
}

/** An id in the address; what is none names nothing. */
export function idParam(c: DeskContext, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!isUuid(id)) throw new Failure('missing', 'no-such-thing', 'There is nothing at this address.')
  return id
}

export function numberParam(c: DeskContext, name: string): number {
  const said = c.req.param(name) ?? ''
  if (!/^[1-9]\d{0,8}$/.test(said)) throw new Failure('missing', 'no-such-thing', 'There is nothing at this address.')
  return Number(said)
}
