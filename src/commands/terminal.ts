/** The process as a command sees it. */
export type Terminal = {
  argv: string[]
  env: Record<string, string | undefined>
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean }
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  /** The handler is called once when the process is asked to stop. Without one, and asked again, the process ends at once. */
  onSignal: (handler: (signal: string) => void) => void
}
