import { z } from 'zod'

import type { RevisionContent } from '../stories/story.ts'
import { nameInput } from '../text-input.ts'

const task = nameInput(300)

/** What is done to many stories at once. */
export const storyChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('section'), section: z.uuid().nullable() }),
  z.strictObject({ kind: z.literal('add project'), project: z.uuid() }),
  z.strictObject({ kind: z.literal('remove project'), project: z.uuid() }),
  z.strictObject({ kind: z.literal('add topic'), topic: z.uuid() }),
  z.strictObject({ kind: z.literal('remove topic'), topic: z.uuid() }),
  z.strictObject({ kind: z.literal('assign'), member: z.uuid(), task, dueOn: z.iso.date().nullable().default(null) }),
])
export type StoryChange = z.infer<typeof storyChange>
export type FactChange = Exclude<StoryChange, { kind: 'assign' }>

export const changeKinds = ['section', 'add project', 'remove project', 'add topic', 'remove topic', 'assign'] as const

/**
 * What became of a story: readers have the change; it is saved, and where the story stands did not change; it is a draft that waits to be
 * released; someone was asked; nothing had to change; it was left as it was; it was put back.
 */
export const changeOutcomes = ['waiting', 'released', 'saved', 'draft', 'assigned', 'same', 'left', 'undone'] as const
export type ChangeOutcome = (typeof changeOutcomes)[number]

export const storiesAtMost = 500
export const undoDays = 30

/** A text's content with the change made to its facts; every word stays. */
export function withChange(content: RevisionContent, change: FactChange): RevisionContent {
  switch (change.kind) {
    case 'section':
      return { ...content, section: change.section }
    case 'add project':
      return { ...content, projects: withOne(content.projects, change.project) }
    case 'remove project':
      return { ...content, projects: content.projects.filter((id) => id !== change.project) }
    case 'add topic':
      return { ...content, topics: withOne(content.topics, change.topic) }
    case 'remove topic':
      return { ...content, topics: content.topics.filter((id) => id !== change.topic) }
  }
}

const withOne = (ids: string[], id: string): string[] => (ids.includes(id) ? ids : [...ids, id])
