import { z } from 'zod'

import { shape } from './shape.ts'

/** RFC 9457, with a stable code and more where there is more to say. */
export const problemShape = shape(
  'Problem',
  z.looseObject({
    type: z.url().describe('Leads to what the code means.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What to do, in a line.'),
    code: z.string().describe('Stable, for programs.'),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .optional()
      .describe('Which fields are at fault: JSON Pointers, or names of parameters.'),
    latest: z.int().optional().describe('The latest revision.'),
    changed: z.array(z.string()).optional().describe('The fields that it changed.'),
  }),
)
