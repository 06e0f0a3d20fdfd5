import type { StoryChange } from '#newsroom/desk-lists/story-change.ts'

import type { RegisterChoices, registerNames } from '../frame/register-names.ts'
import type { DeskWords } from '../words/desk-words.ts'

export type ChangeNames = { names: ReturnType<typeof registerNames>; choices: RegisterChoices; nameOf(member: string): string }

/** A change of many stories in a line: what is done, and with what. */
export function changeInWords(what: StoryChange, { names, choices, nameOf }: ChangeNames, say: DeskWords): string {
  const words = say.lists.change
  return words.said(words.kinds[what.kind], withWhat())

  function withWhat(): string {
    switch (what.kind) {
      case 'section':
        return what.section ? names.sectionOf(what.section) : words.noSection
      case 'add project':
      case 'remove project':
        return names.projectOf(what.project)
      case 'add topic':
      case 'remove topic':
        return choices.topics.find(({ value }) => value === what.topic)?.name ?? ''
      case 'assign':
        return words.said(nameOf(what.member), what.task)
    }
  }
}
