import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { findNames } from '../frame/entries-called.ts'
import { registerChoices } from '../frame/register-names.ts'
import { registerParam } from './register-param.ts'

const shownAtOnce = 60
const mostNamed = 300

/** The entries of a register that have some words in one of their names, or some ids, for a field that finds them. */
export async function showNames(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c).name
  authorize(registerPolicy.readRegister(), 'see the registers')
  const registers = await desk.registers.read()
  const { language } = c.get('say')
  const query = new URL(c.req.url).searchParams
  const ids = query.getAll('id').slice(0, mostNamed)
  const words = (query.get('text') ?? '').slice(0, 200)
  const { found, more } =
    ids.length > 0
      ? { found: registerChoices(registers, language)[register].filter(({ value }) => ids.includes(value)), more: 0 }
      : findNames({ registers, language, register }, words, shownAtOnce)
  return c.json({ found: found.map(({ value, name }) => ({ value, name })), more })
}
