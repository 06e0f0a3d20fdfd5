import { Failure } from '#lib/failure.ts'

import { isGiven } from '../members/is-given.ts'
import type { Member } from '../members/member.ts'

/** What decides who may do something with an edition. */
export type StorySubject = { section: string | null; projects: string[]; language: string; filedBy: string | null; state: string }

type Predicate = (member: Member, story: StorySubject) => boolean

const writes = (member: Member): boolean => member.role !== 'observer'
const edits = (member: Member): boolean => writes(member) && member.role !== 'contributor'
const isOwn: Predicate = (member, story) => story.filedBy === member.id

const mayEdit: Predicate = (member, story) => edits(member) && isGiven(member, story)
const mayRead: Predicate = (member, story) => member.role !== 'contributor' || isOwn(member, story) || isGiven(member, story)
const mayComment: Predicate = (member, story) => writes(member) && mayRead(member, story)
const mayWrite: Predicate = (member, story) => {
  if (mayEdit(member, story)) return true
  // A contributor's text rests while an editor has it.
  const rests = story.state === 'in review' || story.state === 'cleared'
  return writes(member) && !rests && (isOwn(member, story) || (member.role === 'contributor' && isGiven(member, story)))
}

// What somebody else filed goes by an editor's hand only.
const mayDelete: Predicate = (member, story) => mayEdit(member, story) || (isOwn(member, story) && mayWrite(member, story))

// One's own story comes in no language but those that are given to one.
const mayAdd: Predicate = (member, story) =>
  writes(member) && (isGiven(member, story) || (isOwn(member, story) && (member.languages?.includes(story.language) ?? true)))

/** Who may do what with a story, by the name of the operation; screens that hide a button ask the same. */
export const storyPolicy = {
  readStory: mayRead,
  fileStory: (member, story) => writes(member) && isGiven(member, story),
  fileEdition: mayAdd,
  translateEdition: mayAdd,
  writePassages: mayWrite,
  markPassages: mayWrite,
  takeStructure: mayWrite,
  fillByMachine: mayWrite,
  importTranslation: mayWrite,
  spareTranslations: mayEdit,
  saveRevision: mayWrite,
  restoreRevision: mayWrite,
  nameRevision: mayComment,
  takePen: mayWrite,
  putDownPen: mayRead,
  sendForReview: mayWrite,
  takeBack: (member, story) => writes(member) && (isOwn(member, story) || isGiven(member, story)),
  planRelease: (member, story) => writes(member) && (isOwn(member, story) || isGiven(member, story)),
  sendBack: mayEdit,
  clearStory: mayEdit,
  lookAtClearing: mayEdit,
  releaseStory: mayEdit,
  correctStory: mayEdit,
  callOffRelease: mayEdit,
  withdrawStory: mayEdit,
  changeSlug: mayEdit,
  deleteDraft: mayDelete,
  bringBackDraft: (member, story) => mayEdit(member, story) || (writes(member) && isOwn(member, story)) || member.role === 'administrator',
  addComment: mayComment,
  resolveThread: mayComment,
  assignStory: (member, story) => mayEdit(member, story) || isOwn(member, story),
  finishAssignment: mayComment,
  makePrivateLink: mayEdit,
  revokePrivateLink: mayEdit,
} satisfies Record<string, Predicate>

/** Whether who may write a story may have it stand there: where it stands already, or in what is given to them. */
export function mayMove(member: Member, story: StorySubject, there: Pick<StorySubject, 'section' | 'projects'>): boolean {
  const isThere = story.section === there.section && new Set(story.projects).symmetricDifference(new Set(there.projects)).size === 0
  return isThere || (writes(member) && isGiven(member, { section: there.section, projects: there.projects, language: story.language }))
}

/** Who may bring an archive in: whoever edits, with everything given to them when it is released at once. */
export const mayBringIn = (member: Member, as: 'draft' | 'published'): boolean =>
  as === 'draft' ? writes(member) : edits(member) && member.projects === null && member.sections === null && member.languages === null

/** Refuses with one line where a predicate said no. */
export function authorize(allowed: boolean, act: string): void {
  if (!allowed) throw new Failure('refused', 'not-allowed', `You may not ${act}. Ask an editor or an administrator of this newsroom.`)
}
