/** A page as it comes from the printer, before the press has kept it. */
export type Printed = {
  status: number
  /** Lower-case names: `content-type`, `link`, `location`, … The press adds length, validators and caching itself. */
  headers: Readonly<Record<string, string>>
  body: Uint8Array | string
  /** What the page was made from. A purge of any of them makes it stale. */
  tags: ReadonlySet<string>
  /** The next second at which the archive changes by itself, as at a scheduled release. */
  expiresAt: Date | null
  /** False for what is nobody else's: a page with a cookie, a preview. */
  keep: boolean
  /** One of so many that anybody can ask for that they are kept apart, where they push no page out. */
  isAside?: boolean
}

export type PrintPage = (key: string) => Promise<Printed>
