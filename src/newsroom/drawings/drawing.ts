import { z } from 'zod'

const types = ['image/svg+xml', 'image/png'] as const

/** A logo or an emblem, without its bytes. Its size is in CSS pixels; its address changes with its hash. */
export const drawingSchema = z.object({ type: z.enum(types), hash: z.string(), width: z.number(), height: z.number() })
export type Drawing = z.infer<typeof drawingSchema>
