import { sql } from 'kysely'

import { Failure } from '#lib/failure.ts'

import { badVariable } from '../config/bad-variables.ts'
import type { Database } from './database.ts'
import { isUnavailable } from './is-unavailable.ts'

const oldestVersion = 16

/** A Failure that names DATABASE_URL where there is no PostgreSQL, it lets nobody in, or it is too old. */
export async function requirePostgres({ owner }: Pick<Database, 'owner'>, url: string): Promise<void> {
  const version = await versionOf(owner, url)
  if (version < oldestVersion) throw badVariable('DATABASE_URL', url, `this one is PostgreSQL ${version}`)
}

async function versionOf(owner: Database['owner'], url: string): Promise<number> {
  try {
    const { rows } = await sql<{ number: number }>`select current_setting('server_version_num')::integer as number`.execute(owner)
    return Math.floor((rows[0]?.number ?? 0) / 10_000)
  } catch (error) {
    if (!isUnavailable(error)) throw badVariable('DATABASE_URL', url, whyOf(error))
    const line = `The PostgreSQL of DATABASE_URL does not answer (${whyOf(error)}): start it, or set DATABASE_URL right.`
    throw new Failure('unavailable', 'database-away', line, { cause: error })
  }
}

/** An error of a migration, in one line where it is that the user of DATABASE_URL may not do what it takes. */
export function explainRefusal(error: unknown, url: string): unknown {
  const isRefused = error instanceof Error && 'code' in error && error.code === insufficientPrivilege
  return isRefused ? badVariable('DATABASE_URL', url, error.message) : error
}

const insufficientPrivilege = '42501'

function whyOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(whyOf))].join(', ')
  return error instanceof Error ? error.message : String(error)
}
