import { Failure } from '#lib/failure.ts'
import { isUuid } from '#lib/is-uuid.ts'
import type { StoryChange } from '#newsroom/desk-lists/story-change.ts'
import { changeKinds } from '#newsroom/desk-lists/story-change.ts'

import { field } from '../frame/form.ts'

export type ChangeKind = (typeof changeKinds)[number]

/** The name of the field that says with what a kind of change is made. */
export const fieldOf = (kind: ChangeKind): string => `with ${kind}`

/** What stands in a field in which nothing was chosen; no id, so that nothing is done. */
export const nothing = '?'

/** What a form has to say yet: what is done, with what it is, or what is asked of whom. */
export type Missing = 'kind' | ChangeKind | 'task'

/** The field that would say it. */
export function fieldMissing(missing: Missing): string {
  if (missing === 'kind') return 'do'
  return missing === 'task' ? missing : fieldOf(missing)
}

export function missingIn(form: FormData): Missing | undefined {
  const kind = kindIn(form)
  if (!kind) return 'kind'
  const chosen = field(form, fieldOf(kind))
  const isChosen = isUuid(chosen) || (kind === 'section' && chosen === '' && form.has(fieldOf(kind)))
  if (!isChosen) return kind
  return kind === 'assign' && field(form, 'task') === '' ? 'task' : undefined
}

/** The change that a form asks for; whether it is one the operation says. Nothing is changed that nobody chose. */
export function changeOf(form: FormData): StoryChange {
  const kind = kindIn(form)
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

export const kindIn = (form: FormData): ChangeKind | undefined => changeKinds.find((one) => one === field(form, 'do'))

/** The fields in which somebody chose or wrote something; not the name of the change, which a page gives, nor what a button says. */
export const choicesIn = (form: FormData): [string, string][] =>
  [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !['id', 'sure', 'back'].includes(name) ? [[name, value]] : [],
  )
