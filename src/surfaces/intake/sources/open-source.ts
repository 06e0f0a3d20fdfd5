import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Failure } from '#lib/failure.ts'
import { fetchSource } from './fetch-source.ts'
import { listFolder } from './list-folder.ts'
import type { OpenedSource, Source, SourceLimits } from './source.ts'
import { sourceLimits } from './source.ts'
import { keepAside } from './keep-aside.ts'
import { tooLarge } from './too-large.ts'

/**
 * Opens what the operator names: a file, a folder (its files in order, three folders deep), an http(s) address, or `-` for `stdin`.
 * Throws Failure `source-missing`, `source-too-large`, `source-unreachable` or `source-unreadable`.
 */
export async function openSource(
  name: string,
  options: { limits?: SourceLimits; stdin?: AsyncIterable<Uint8Array> | undefined } = {},
): Promise<OpenedSource> {
  const limits = options.limits ?? sourceLimits
  if (name === '-') return openStdin(options.stdin, limits)
  if (/^https?:\/\//i.test(name)) return fetchSource(name, limits.feed)
  const found = await stat(name).catch((error: unknown) => unopened(name, error))
  if (found.isFile()) return { folder: false, sources: [fileSource(name, found.size, limits.feed)], [Symbol.asyncDispose]: nothing }
  if (!found.isDirectory()) throw new Failure('invalid', 'source-unreadable', `${name} is neither a file nor a folder.`)
  const files = await listFolder(name)
  return { folder: true, sources: files.map((file) => openFile(file.path, file.size)), [Symbol.asyncDispose]: nothing }
}

async function nothing() {}

function fileSource(path: string, size: number, limit: number): Source {
  if (size > limit) throw tooLarge(path, size, limit)
  return openFile(path, size)
}

const openFile = (path: string, size: number): Source => ({ name: path, size, bytes: () => createReadStream(path) })

async function openStdin(stdin: AsyncIterable<Uint8Array> | undefined, limits: SourceLimits): Promise<OpenedSource> {
  if (!stdin) throw new Failure('invalid', 'source-missing', 'Nothing was handed in on standard input.')
  const kept = await keepAside(stdin, 'standard input', limits.feed)
  const source: Source = { name: 'standard input', size: kept.size, bytes: () => createReadStream(kept.path) }
  return { folder: false, sources: [source], [Symbol.asyncDispose]: kept[Symbol.asyncDispose] }
}

function unopened(name: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR')
    throw new Failure('invalid', 'source-missing', `${name} is not there: check the path.`, { cause })
  throw new Failure('invalid', 'source-unreadable', `${name} cannot be opened (${typeof code === 'string' ? code : 'unknown'}).`, { cause })
}
