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

/** A Failure where the roles of an archive are missing, as after a restore on a new server, or are not for the user of DATABASE_URL. */
export async function requireRoles({ owner }: Pick<Database, 'owner'>): Promise<void> {
  const { rows } = await sql<{ user: string; mayAct: boolean; mayRead: boolean }>`
    select current_user as user, coalesce(pg_has_role(role.oid, 'set'), false) as "mayAct",
      coalesce(has_schema_privilege(role.oid, asked.schema, 'usage'), false) as "mayRead"
    from (values ('dateline_site', 'live'), ('dateline_desk', 'newsroom')) as asked (name, schema)
      left join pg_roles as role on role.rolname = asked.name`.execute(owner)
  if (rows.some(({ mayRead }) => !mayRead)) throw rolesMissing()
  const stranger = rows.find(({ mayAct }) => !mayAct)
  if (stranger) {
    const line = `The user of DATABASE_URL may not act as the archive's roles: as a superuser, grant ${roles} to "${stranger.user}".`
    throw new Failure('refused', 'roles-refused', line)
  }
}

/** An error of a migration, in one line where it is that the user of DATABASE_URL may not do what it takes, or a role is not there. */
export function explainRefusal(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === undefinedObject && /role "dateline_\w+"/.test(error.message)) return rolesMissing(error)
  if (error.code !== insufficientPrivilege) return error
  const isSecond = error.message.startsWith('permission denied to grant role')
  const why = isSecond
    ? `${error.message}: another newsroom of this server made it; use its user, or grant ${roles} to this one with admin option`
    : error.message
  return badVariable('DATABASE_URL', url, why)
}

function rolesMissing(cause?: Error): Failure {
  const line = `The archive was restored where its roles were missing: as a superuser, create role dateline_site; create role dateline_desk; grant ${roles} to the user of DATABASE_URL with admin option; then restore the dump again, into an empty database.`
  return new Failure('missing', 'roles-missing', line, { cause })
}

const roles = 'dateline_site, dateline_desk'
const insufficientPrivilege = '42501'
const undefinedObject = '42704'

function whyOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(whyOf))].join(', ')
  return error instanceof Error ? error.message : String(error)
}
