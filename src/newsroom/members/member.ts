import type { Via } from '../audit/record-act.ts'

export const roles = ['contributor', 'editor', 'chief editor', 'observer', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Someone who works in the newsroom, or the command line acting for whoever may read the data folder. */
export type Member = {
  id: string
  name: string
  role: Role
  /** What is given to them: ids of projects and sections, BCP 47 languages. Null: all. */
  projects: string[] | null
  sections: string[] | null
  languages: string[] | null
  /** How they came in this time, for the audit log; absent: by the command line. */
  via?: Via
}

/** The command line acts with the rights of whoever may read the data folder. */
export const operator: Member = {
  id: '00000000-0000-7000-8000-000000000000',
  name: 'operator',
  role: 'administrator',
  projects: null,
  sections: null,
  languages: null,
}
