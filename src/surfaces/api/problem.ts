import type { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import { filled } from '#lib/filled.ts'
import { DraftDeleted } from '#newsroom/deleted-drafts/deleted-draft.ts'
import { PenElsewhere } from '#newsroom/pens/pen-store.ts'
import { faultSentences, faultsOf } from '#newsroom/refused-input.ts'
import { BlockedByChecks } from '#newsroom/stories/require-checked.ts'
import { StaleRevision } from '#newsroom/stories/stale-revision.ts'
import { isUnavailable } from '#platform/database/is-unavailable.ts'
import { api } from '#src/routes.ts'
import { failureStatus } from '#surfaces/ui/failure-status.ts'

/** What went wrong, as programs hear of it (RFC 9457). `type` leads to what the code means; `detail` says what to do. */
export type Problem = { type: string; title: string; status: number; detail: string; code: string; [more: string]: unknown }

export const problemType = 'application/problem+json'

/** A field at fault: a JSON Pointer (RFC 6901) into the body, or a parameter's name. */
export type InputError = { pointer: string; detail: string }

/** What was sent does not have the shape that the description gives. */
export class BadInput extends Failure {
  readonly errors: InputError[]

  constructor(where: 'body' | 'query' | 'path', error: z.ZodError) {
    const errors = error.issues.slice(0, 20).map((issue) => ({ pointer: pointerOf(where, issue.path), detail: detailOf(issue) }))
    super('invalid', 'bad-input', `Not understood: ${errors[0]?.pointer ?? where}: ${errors[0]?.detail ?? 'see the description'}.`)
    this.errors = errors
  }
}

/** What is wrong with a field, for people too: that nothing was sent, or that no pattern which they could not read was met. */
function detailOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return 'it is missing; send what belongs there, or null where the description allows it'
  const [fault] = issue.code === 'invalid_format' ? faultsOf([issue]) : []
  return !fault || fault.problem === 'not-understood' ? issue.message : filled(faultSentences[fault.problem], fault.values)
}

/** A failure that has a status of its own in HTTP. */
export class HttpFailure extends Failure {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super('refused', code, message)
    this.status = status
    this.headers = headers
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'A key is needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'Not understood',
  428: 'If-Match is needed',
  429: 'Too many requests',
  500: 'A mistake of ours',
  503: 'Away for a moment',
}

const away = new Failure('unavailable', 'archive-away', 'The archive is away for a moment. Nothing was changed; try again.')
const bug = new HttpFailure(
  500,
  'internal-error',
  'This is a mistake of ours, and it was written down. Tell whoever runs this newsroom when it was.',
)

/** Whether it is expected and explained; anything else is a bug. */
export const isExpected = (error: unknown): boolean => error instanceof Failure || isUnavailable(error)

/** Every failure, as a problem; what is none tells nothing of itself. */
export function problemOf(error: unknown, origin: string): { problem: Problem; headers: Record<string, string> } {
  const failure = isUnavailable(error) ? away : error instanceof Failure ? error : bug
  const status = statusOf(failure)
  const problem = {
    type: `${origin}${api.problems}#${failure.code}`,
    title: titles[status] ?? 'Problem',
    status,
    detail: failure.message,
    code: failure.code,
    ...moreOf(failure),
  }
  return {
    problem,
    headers: {
      'content-type': problemType,
      ...(failure instanceof HttpFailure && failure.headers),
      ...(status === 503 && { 'retry-after': '30' }),
    },
  }
}

/** What was sent was made from what is the latest no longer: a failed precondition. */
export const staleCodes: ReadonlySet<string> = new Set(['stale-revision', 'changed-meanwhile'])

function statusOf(failure: Failure): number {
  if (failure instanceof HttpFailure) return failure.status
  return staleCodes.has(failure.code) ? 412 : failureStatus[failure.kind]
}

function moreOf(failure: Failure): Record<string, unknown> {
  if (failure instanceof BadInput) return { errors: failure.errors }
  if (failure instanceof StaleRevision) return { latest: failure.latest, changed: failure.changed }
  if (failure.code === 'stale-revision') return { latest: failure.values['latest'] }
  if (failure instanceof BlockedByChecks) return { findings: failure.findings }
  if (failure instanceof DraftDeleted) {
    const { deletedBy, deletedAt, until } = failure.draft
    return { deletedBy, deletedAt, until }
  }
  if (failure instanceof PenElsewhere) return { holder: failure.pen.name }
  return {}
}

function pointerOf(where: string, path: readonly PropertyKey[]): string {
  if (where !== 'body') return String(path[0] ?? where)
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
