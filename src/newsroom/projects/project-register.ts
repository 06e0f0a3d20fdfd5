import { z } from 'zod'

import { day, line, lineOrNone, lines, names, references, requiredWords, words } from '../entries/entry-input.ts'
import type { Register } from '../entries/field.ts'
import { slugInput } from '../register-input.ts'
import { projectJoins } from './project-joins.ts'

export const projectStatuses = ['planned', 'running', 'closed'] as const

export const projectInput = z
  .object({
    slug: slugInput,
    acronym: lineOrNone(40),
    title: requiredWords(500),
    description: words(20_000),
    objectives: lines,
    starts: day,
    ends: day,
    status: z.enum(projectStatuses),
    funders: z
      .array(
        z.object({ organisation: z.uuid(), grantReference: lineOrNone(120), share: z.number().min(0).max(100).nullable().default(null) }),
      )
      .max(50)
      .default([]),
    partners: z
      .array(z.object({ organisation: z.uuid(), role: lineOrNone(120) }))
      .max(100)
      .default([]),
    places: references(250, line(120)),
    topics: references(50),
    contact: lineOrNone(300),
    iatiIdentifier: lineOrNone(100),
    alternativeNames: names,
  })
  .refine(({ starts, ends }) => !starts || !ends || starts <= ends, {
    path: ['ends'],
    message: 'it ends before it starts',
    params: { problem: 'ends-early' },
  })
  .refine(({ funders }) => funders.reduce((sum, { share }) => sum + (share ?? 0), 0) <= 100.001, {
    path: ['funders'],
    message: 'the shares come to more than 100 %',
    params: { problem: 'shares' },
  })

/** Projects: what stories are told of. */
export const projectRegister = {
  name: 'projects',
  kind: 'project',
  table: 'newsroom.project',
  key: 'id',
  title: 'title',
  input: projectInput,
  joins: projectJoins,
  fields: [
    { name: 'acronym', column: 'acronym', kind: 'text', longest: 40 },
    { name: 'title', column: 'title', kind: 'words', longest: 500, isRequired: true },
    { name: 'description', column: 'description', kind: 'words', longest: 20_000, isLong: true },
    { name: 'objectives', column: 'objectives', kind: 'lines', longest: 1000 },
    { name: 'starts', column: 'starts', kind: 'day' },
    { name: 'ends', column: 'ends', kind: 'day' },
    { name: 'status', column: 'status', kind: 'choice', of: projectStatuses },
    {
      name: 'funders',
      kind: 'rows',
      of: 'organisations',
      each: 'organisation',
      also: [
        { name: 'grantReference', kind: 'text', longest: 120 },
        { name: 'share', kind: 'number', least: 0, most: 100 },
      ],
    },
    { name: 'partners', kind: 'rows', of: 'organisations', each: 'organisation', also: [{ name: 'role', kind: 'text', longest: 120 }] },
    { name: 'places', kind: 'many', of: 'places' },
    { name: 'topics', kind: 'many', of: 'topics' },
    { name: 'contact', column: 'contact', kind: 'text', longest: 300 },
    { name: 'iatiIdentifier', column: 'iati_identifier', kind: 'text', longest: 100 },
    { name: 'alternativeNames', column: 'alternative_names', kind: 'names' },
  ],
} satisfies Register
