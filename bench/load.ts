import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** So many seconds of 32 connections that take gzip. `rate` is requests a second, `p99` milliseconds. */
export async function load(url: string, seconds: number): Promise<{ rate: number; p99: number }> {
  const flags = ['-t', '1', '-c', '32', '-d', `${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip', url]
  const { stdout } = await promisify(execFile)('wrk', flags)
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  const p99 = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout)
  const unit = { us: 0.001, ms: 1, s: 1000 }[p99?.[2] ?? 'ms'] ?? 1
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} answered with errors`)
  return { rate, p99: Number(p99?.[1]) * unit }
}
