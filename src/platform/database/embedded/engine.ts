import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS } from './durable-node-fs.ts'

/** Opens PostgreSQL on its files; makes them when they are absent. Every commit reaches the disk unless `durable` is false. */
export async function startEngine(files: string, durable: boolean): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableNodeFS(files),
    startParams: [...startParams(durable), ...settings.flatMap((setting) => ['-c', setting])],
  })
}

/**
 * Runs wire messages on the session and returns all that it answers. PGlite's own `execProtocolRawSync` also reads each answer in JavaScript and
 * keeps what it read, until the thread has no memory left; with a taker of raw data it does neither.
 */
export function runOn(engine: PGlite): (message: Uint8Array) => Uint8Array {
  return (message) => {
    const answers: Buffer[] = []
    // All of it is said before the call returns; the promise only tells of a failure, which ends the thread.
    void engine.execProtocolRawStream(message, { syncToFs: false, onRawData: (data) => answers.push(Buffer.from(data)) })
    return Buffer.concat(answers)
  }
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
