import { Failure } from '#lib/failure.ts'

/** Someone else saved first: nothing was overwritten, and `changed` names the fields in which the two differ. */
export class StaleRevision extends Failure {
  readonly latest: number
  readonly changed: string[]

  constructor(madeFrom: number, latest: number, changed: string[]) {
    super(
      'conflict',
      'stale-revision',
      `Not saved: this text was made from revision ${madeFrom}, and revision ${latest} has since changed ${changed.join(', ') || 'and changed back'}. Open the latest and bring your changes over.`,
      { values: { latest } },
    )
    this.latest = latest
    this.changed = changed
  }
}
