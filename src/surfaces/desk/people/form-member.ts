import type { Role } from '#newsroom/members/member.ts'
import { roles } from '#newsroom/members/member.ts'

import { field } from '../frame/form.ts'

/** What the form says of a member; "all of them" is null, whatever is ticked below it. */
export function formMember(form: FormData): {
  email: string
  name: string
  role: Role
  projects: string[] | null
  sections: string[] | null
  languages: string[] | null
} {
  return {
    email: field(form, 'email'),
    name: field(form, 'name'),
    role: roles.find((role) => role === field(form, 'role')) ?? 'observer',
    projects: chosen(form, 'projects'),
    sections: chosen(form, 'sections'),
    languages: chosen(form, 'languages'),
  }
}

function chosen(form: FormData, name: string): string[] | null {
  if (field(form, `${name}-all`) === 'all') return null
  return form.getAll(name).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []))
}
