/** A machine that translates. Whoever answers behind it, the newsroom knows only this. */
export type Translator = {
  /** What people call it. */
  name: string
  /**
   * Texts of XML (escaped words and paired or empty tags, which stay around the words they were around) from one language into another (BCP 47), in
   * the same order. Throws Failure `machine-quota`, `machine-refused` or `machine-away`.
   */
  translate(texts: readonly string[], from: string, to: string, signal?: AbortSignal): Promise<string[]>
}
