import { Failure } from '#lib/failure.ts'

import type { Register, RegisterName } from '../entries/field.ts'
import { registerNames } from '../entries/field.ts'
import { organisationRegister } from '../organisations/organisation-register.ts'
import { personRegister } from '../people/person-register.ts'
import { placeRegister } from '../places/place-register.ts'
import { projectRegister } from '../projects/project-register.ts'
import { sectionRegister } from '../sections/section-register.ts'
import { topicRegister } from '../topics/topic-register.ts'

export const registers: Readonly<Record<RegisterName, Register>> = {
  sections: sectionRegister,
  projects: projectRegister,
  organisations: organisationRegister,
  places: placeRegister,
  topics: topicRegister,
  people: personRegister,
}

/** A register by its name in an address; a Failure for what is none. */
export function registerCalled(name: string): Register {
  const known = registerNames.find((one) => one === name)
  if (!known) throw new Failure('missing', 'no-such-register', 'There is no such register.')
  return registers[known]
}
