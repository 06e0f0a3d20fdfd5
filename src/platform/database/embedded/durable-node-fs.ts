import { fsyncSync } from 'node:fs'
import type { PGlite, postgresMod } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type PostgresMod = postgresMod.PostgresMod

/** A folder whose files PostgreSQL can force to disk; the stock NodeFS answers every fsync without doing it. */
export class DurableNodeFS extends NodeFS {
  override async init(pg: PGlite, options: Partial<PostgresMod>): Promise<{ emscriptenOpts: Partial<PostgresMod> }> {
    const { emscriptenOpts } = await super.init(pg, options)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } }
  }
}

function addFsync(module: PostgresMod): void {
  const operations: unknown = Reflect.get(module.NODEFS, 'stream_ops')
  if (typeof operations !== 'object' || operations === null) throw new Error('PGlite has no NODEFS.stream_ops: it cannot sync to disk')
  Reflect.set(operations, 'fsync', (stream: { nfd: number }) => {
    fsyncSync(stream.nfd)
    return 0
  })
}
