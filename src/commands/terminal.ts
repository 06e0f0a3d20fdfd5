/** The process as a command sees it. */
export type Terminal = {
  argv: string[]
  env: Record<string, string | undefined>
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean }
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  /** Called once when the process is asked to stop. */
  onSignal: (handler: (signal: string) => void) => void
}
