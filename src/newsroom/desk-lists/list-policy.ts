import type { Member } from '../members/member.ts'

/** A view or a change of many stories, as a policy judges it. */
type Owned = { member: string; isShared?: boolean }

const leads = ({ role }: Member): boolean => role === 'chief editor' || role === 'administrator'
const edits = ({ role }: Member): boolean => role !== 'observer' && role !== 'contributor'
const isOwn = (member: Member, of: Owned): boolean => of.member === member.id

/** Who may do what with lists, by the name of the operation; what a change does to each story its own policy judges. */
export const listPolicy = {
  changeStories: ({ role }: Member): boolean => role !== 'observer',
  readChange: (member: Member, change: Owned): boolean => isOwn(member, change) || leads(member),
  undoChange: (member: Member, change: Owned): boolean => member.role !== 'observer' && (isOwn(member, change) || leads(member)),
  saveView: (member: Member, view: { isShared: boolean }): boolean => !view.isShared || edits(member),
  removeView: (member: Member, view: Owned): boolean => isOwn(member, view) || (view.isShared === true && leads(member)),
}
