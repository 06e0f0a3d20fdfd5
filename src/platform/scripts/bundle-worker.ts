// Bundles one entry and answers with what came out of it. A thread of its own, so that the bundler's memory goes when it is done.
import { parentPort, workerData } from 'node:worker_threads'

import { rolldown } from 'rolldown'
import { z } from 'zod'

import type { Script } from './bundle-scripts.ts'

const { entry } = z.object({ entry: z.string() }).parse(workerData)
const bundle = await rolldown({
  input: { desk: entry },
  platform: 'browser',
  logLevel: 'silent',
  transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
})
const { output } = await bundle.generate({
  format: 'es',
  minify: true,
  entryFileNames: '[name]-[hash].js',
  chunkFileNames: '[name]-[hash].js',
})
await bundle.close()
const scripts = output.flatMap((file): Script[] =>
  file.type === 'chunk' ? [{ name: file.fileName, bytes: new TextEncoder().encode(file.code), isEntry: file.isEntry }] : [],
)
parentPort?.postMessage(scripts)
