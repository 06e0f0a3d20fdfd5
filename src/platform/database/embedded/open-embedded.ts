import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { lockFolder } from './folder-lock.ts'
import { makeSocketFolder, socketPath } from './socket-path.ts'
import type { WorkerOrder } from './worker.ts'

export interface EmbeddedHost extends AsyncDisposable {
  readonly socket: string
  /** Settles when the database stops by itself: it then has the error. Never rejects. */
  readonly failed: Promise<Error>
}

export interface EmbeddedOptions {
  /** False for tests: commits do not wait for the disk. */
  readonly durable?: boolean
}

/** Opens the database of a data folder and answers on its socket, unless a living process has it already. */
export async function openEmbedded(folder: string, { durable = true }: EmbeddedOptions = {}): Promise<EmbeddedHost | 'already open'> {
  const lock = lockFolder(folder)
  if (!lock) return 'already open'
  try {
    const files = join(folder, 'database')
    const socket = socketPath(folder)
    makeSocketFolder(socket)
    if (!existsSync(files)) await makeFiles(files)
    // Holding the lock, whatever socket is there belongs to nobody.
    if (process.platform !== 'win32') rmSync(socket, { force: true })
    return host(await startWorker({ files, socket, durable }), socket, lock)
  } catch (error) {
    lock[Symbol.dispose]()
    throw error
  }
}

// In a process of its own, whose memory goes with it; and renamed when complete, so that a kill leaves no half of an archive.
async function makeFiles(files: string): Promise<void> {
  const unfinished = `${files}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const child = fork(new URL('./make-files.ts', import.meta.url), [unfinished], { execArgv: [] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`making the database's files failed (${code})`)
  renameSync(unfinished, files)
}

async function startWorker(order: WorkerOrder): Promise<Worker> {
  const worker = newWorker(order)
  const exit = once(worker, 'exit').then(() => {
    throw new Error('the database stopped while it was starting')
  })
  await Promise.race([once(worker, 'message'), exit])
  exit.catch(() => undefined)
  return worker
}

const loader = new URL('../../../../bin/load-tsx.mjs', import.meta.url).href

function newWorker(order: WorkerOrder): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: order,
    env: {}, // it needs none of ours; and told of --watch by it, a worker would say which modules it loads before it says anything else
    execArgv: ['--import', loader], // compiled once and kept, where Node's own stripping would load a compiler into the thread
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 },
  })
}

function host(worker: Worker, socket: string, lock: Disposable): EmbeddedHost {
  let isClosing = false
  const gone = new Promise<Error | undefined>((resolve) => {
    worker.once('error', (error) => resolve(error instanceof Error ? error : new Error(String(error))))
    worker.once('exit', () => resolve(undefined))
  })
  const failed = new Promise<Error>((resolve) => {
    void gone.then((error) => isClosing || resolve(error ?? new Error('the database stopped')))
  })
  return {
    socket,
    failed,
    async [Symbol.asyncDispose]() {
      if (!isClosing) worker.postMessage('close')
      isClosing = true
      await gone
      lock[Symbol.dispose]()
    },
  }
}
