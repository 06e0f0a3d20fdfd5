import { Failure } from '#lib/failure.ts'
import type { StoryChange } from '#newsroom/desk-lists/story-change.ts'
import { changeKinds } from '#newsroom/desk-lists/story-change.ts'

import { field } from '../frame/form.ts'

/** The name of the field that says with what a kind of change is made. */
export const fieldOf = (kind: (typeof changeKinds)[number]): string => `with ${kind}`

/** The change that a form asks for; whether it is one the operation says. Nothing is changed that nobody chose. */
export function changeOf(form: FormData): StoryChange {
  const kind = changeKinds.find((one) => one === field(form, 'do'))
  if (!kind) throw new Failure('invalid', 'bad-change', 'Say what is changed, and choose the stories again.')
  const chosen = field(form, fieldOf(kind))
  switch (kind) {
    case 'section':
      return { kind, section: chosen === '' ? null : chosen }
    case 'add project':
    case 'remove project':
      return { kind, project: chosen }
    case 'add topic':
    case 'remove topic':
      return { kind, topic: chosen }
    case 'assign':
      return { kind, member: chosen, task: field(form, 'task'), dueOn: field(form, 'dueOn') || null }
  }
}
