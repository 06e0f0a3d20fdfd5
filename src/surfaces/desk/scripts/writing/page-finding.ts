import type { TextPlace } from '../../editor/mount-editor.ts'

/** What a check found, as the panel of checks carries it. */
export type Finding = { id: string; level: 'block' | 'warn'; label: string; field: string; place?: TextPlace }
