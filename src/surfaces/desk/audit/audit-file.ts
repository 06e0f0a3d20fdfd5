import { harmlessCell, writeCsv } from '#lib/csv.ts'
import type { ActQuery, RecordedAct } from '#newsroom/audit/find-acts.ts'
import { findActs } from '#newsroom/audit/find-acts.ts'
import type { Reader } from '#platform/database/database.ts'

/** As many acts as one file has; who wants more asks for a shorter time. */
export const mostInFile = 100_000
const atOnce = 1000

const columns = ['at', 'member', 'by', 'act', 'kind', 'object', 'name', 'surface', 'address', 'details'] as const

/** The acts that a question finds as a table, newest first, written while it is read. */
export function auditFile(db: Reader, query: ActQuery): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let [before, written, isBegun] = [query.before, 0, false]
  return new ReadableStream({
    async pull(controller) {
      const { acts, next } = await findActs(db, { ...query, ...(before && { before }) }, Math.min(atOnce, mostInFile - written))
      const table = writeCsv([...(isBegun ? [] : [columns]), ...acts.map(rowOf)])
      // The mark of UTF-8 stands at the beginning of the file, and nowhere else.
      controller.enqueue(encoder.encode(isBegun ? table.slice(1) : table))
      isBegun = true
      written += acts.length
      before = next && { at: next.at, id: next.id }
      if (!before || written >= mostInFile) controller.close()
    },
  })
}

function rowOf(act: RecordedAct): string[] {
  const values = { ...act, at: act.at.toISOString(), details: act.details === null ? '' : JSON.stringify(act.details) }
  return columns.map((column) => harmlessCell(values[column] ?? ''))
}
