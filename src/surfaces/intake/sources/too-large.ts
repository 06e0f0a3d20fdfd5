import { Failure } from '#lib/failure.ts'

/** The refusal of a source that is larger than anything that Dateline reads at once. */
export function tooLarge(name: string, size: number, limit: number): Failure {
  const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 2 ** 20))} MB`
  return new Failure(
    'invalid',
    'source-too-large',
    `${name} is too large (${megabytes(size)}, at most ${megabytes(limit)}): split it and import the parts.`,
  )
}
