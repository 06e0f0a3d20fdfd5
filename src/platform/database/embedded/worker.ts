import { chmodSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Bridge } from './bridge.ts'
import { runOn, startEngine } from './engine.ts'

/** The thread that PostgreSQL lives on, so that no query holds up a page. Runs under Node's own type stripping. */
export interface WorkerOrder {
  readonly files: string
  readonly socket: string
  readonly durable: boolean
}

await work(workerData)

async function work({ files, socket, durable }: WorkerOrder): Promise<void> {
  const engine = await startEngine(files, durable)
  const version = await engine.query<{ server_version: string }>('show server_version')
  const bridge = new Bridge({
    run: runOn(engine),
    serverVersion: version.rows[0]?.server_version ?? '18',
  })
  bridge.server.listen(socket, () => {
    if (process.platform !== 'win32') chmodSync(socket, 0o600)
    parentPort?.postMessage('ready')
  })
  parentPort?.once('message', () => {
    bridge.close()
    void engine.close().then(() => parentPort?.close())
  })
}
