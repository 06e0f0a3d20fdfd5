import { Failure } from '#lib/failure.ts'
import type { Transaction } from '#platform/database/database.ts'

import type { Finding } from '../checks/finding.ts'
import type { Newsroom } from '../newsroom.ts'
import { checkEdition } from './check-edition.ts'
import type { HeldEdition } from './edition-store.ts'
import { readRevision } from './edition-store.ts'

/** The house's checks found what must be mended before readers have it. */
export class BlockedByChecks extends Failure {
  readonly findings: Finding[]

  constructor(findings: Finding[]) {
    const checks = [...new Set(findings.map(({ check }) => check))].join(', ')
    super(
      'conflict',
      'blocked-by-checks',
      `Not released: the house rules want this mended first: ${checks}. Open the text, which shows where.`,
    )
    this.findings = findings
  }
}

/** Refuses to release a revision in which a check of the house that blocks has found something. */
export async function requireChecked(
  newsroom: Newsroom,
  tx: Transaction,
  edition: HeldEdition,
  release: { revision: number; at?: Date | undefined },
): Promise<void> {
  const now = newsroom.clock.now()
  const content = await readRevision(tx, edition.id, release.revision)
  const moment = release.at && release.at > now ? release.at : now
  const { id, language } = edition
  const of = { edition: { id, revision: release.revision }, language, moment, origin: newsroom.origin }
  const findings = await checkEdition(tx, content, of)
  const blocking = findings.filter(({ level }) => level === 'block')
  if (blocking.length > 0) throw new BlockedByChecks(blocking)
}
