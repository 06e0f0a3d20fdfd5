import { z } from 'zod'

import type { LiveFunder, LivePartner, LivePlace, LiveProject } from './live-story.ts'

const organisation = {
  slug: z.string(),
  name: z.record(z.string(), z.string()),
  acronym: z.string().nullable(),
  site: z.string().nullable(),
}
const funders = z.array(z.object({ ...organisation, grantReference: z.string().nullable(), share: z.coerce.number().nullable() }))
const partners = z.array(z.object({ ...organisation, role: z.string().nullable() }))

export const fundersFrom = (value: unknown): Omit<LiveFunder, 'id'>[] => funders.parse(value)
export const partnersFrom = (value: unknown): LivePartner[] => partners.parse(value)
export const placeKind = (kind: string): LivePlace['kind'] => z.enum(['country', 'region', 'city']).parse(kind)
export const projectStatus = (status: string): LiveProject['status'] => z.enum(['planned', 'running', 'closed']).parse(status)
