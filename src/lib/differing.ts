import { canonicalJson } from './canonical-json.ts'

/** In which of some parts two things differ; what is absent is as null. */
export function differing<Name extends string>(
  parts: readonly Name[],
  before: { readonly [part in Name]?: unknown },
  after: { readonly [part in Name]?: unknown },
): Name[] {
  return parts.filter((part) => canonicalJson(before[part] ?? null) !== canonicalJson(after[part] ?? null))
}

/** A list of which counts what is in it, and not in which order. */
export const inAnyOrder = (list: readonly string[] | null): string[] | null => list && [...new Set(list)].toSorted()
