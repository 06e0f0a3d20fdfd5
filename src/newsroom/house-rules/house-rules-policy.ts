import type { Member } from '../members/member.ts'

type Predicate = (member: Member) => boolean

const leads: Predicate = (member) => member.role === 'chief editor' || member.role === 'administrator'

/** Who may change what the house asks of its texts, by the name of the operation. */
export const houseRulesPolicy = {
  readHouseRules: leads,
  changeHouseRules: leads,
  fileVisibilityRule: leads,
  changeVisibilityRule: leads,
  removeVisibilityRule: leads,
  changeEmblem: leads,
  removeEmblem: leads,
} satisfies Record<string, Predicate>
