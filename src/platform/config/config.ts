import { resolve } from 'node:path'

import { z } from 'zod'

import { Failure } from '#lib/failure.ts'

/** What the environment says, checked once. */
export type Config = {
  port: number
  host: string
  publicUrl: URL | null
  dataFolder: string
  databaseUrl: string | null
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATELINE_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
})

/** Reads the environment; one Failure names every variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`)
    throw new Failure('invalid', 'bad-environment', `Set these variables right, then start again: ${wrong.join('; ')}.`)
  }
  const { PORT, HOST, PUBLIC_URL, DATELINE_DATA, DATABASE_URL } = parsed.data
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ? new URL(PUBLIC_URL) : null,
    dataFolder: resolve(DATELINE_DATA),
    databaseUrl: DATABASE_URL ?? null,
  }
}
