export const roles = ['contributor', 'editor', 'chief editor', 'observer', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Someone who works in the newsroom, or the intake acting for an administrator. */
export type Member = { name: string; role: Role }

/** The command line acts with the rights of whoever may read the data folder. */
export const operator: Member = { name: 'operator', role: 'administrator' }
