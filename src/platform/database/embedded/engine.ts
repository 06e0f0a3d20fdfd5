import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS } from './durable-node-fs.ts'

/** Opens PostgreSQL on its files; makes them when they are absent. Every commit reaches the disk unless `durable` is false. */
export async function startEngine(files: string, durable: boolean): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableNodeFS(files),
    startParams: [...startParams(durable), ...settings.flatMap((setting) => ['-c', setting])],
  })
}

function startParams(durable: boolean): string[] {
  return durable ? PGlite.defaultStartParams.filter((parameter) => parameter !== '-F') : PGlite.defaultStartParams
}

// Small on purpose: an archive of one organisation fits the system's own file cache.
const settings = [
  'wal_sync_method=fsync',
  'shared_buffers=8MB',
  'work_mem=4MB',
  'maintenance_work_mem=16MB',
  'min_wal_size=32MB',
  'max_wal_size=64MB',
]
