import type { RegisterName } from '../entries/field.ts'
import type { Member } from '../members/member.ts'

type Predicate = (member: Member, register: RegisterName) => boolean

// What editors meet while they write; the others are the newsroom's own order.
const met = new Set<RegisterName>(['people', 'topics', 'organisations', 'places'])

const leads: Predicate = ({ role }) => role === 'chief editor' || role === 'administrator'
const mayChange: Predicate = (member, register) => leads(member, register) || (member.role === 'editor' && met.has(register))

/** Who may do what with a register, by the name of the operation. */
export const registerPolicy = {
  readRegister: () => true,
  addEntry: mayChange,
  changeEntry: mayChange,
  importEntries: mayChange,
  archiveEntry: leads,
  bringBackEntry: leads,
  moveEntry: leads,
  mergeEntries: leads,
  undoMerge: leads,
} satisfies Record<string, Predicate>
