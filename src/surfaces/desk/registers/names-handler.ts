import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { findNames } from '../frame/entries-called.ts'
import { registerParam } from './register-param.ts'

const shownAtOnce = 60

/** The entries of a register that may be chosen and have some words in one of their names, for a field that finds them. */
export async function showNames(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c).name
  authorize(registerPolicy.readRegister(), 'see the registers')
  const words = (c.req.query('text') ?? '').slice(0, 200)
  const { found, more } = findNames(
    { registers: await desk.registers.read(), language: c.get('say').language, register },
    words,
    shownAtOnce,
  )
  return c.json({ found: found.map(({ value, name }) => ({ value, name })), more })
}
