import type { Place } from './finding.ts'

/** An edition as checks read it. */
export type CheckedText = {
  /** BCP 47. */
  language: string
  headline: string
  summary: string
  /** The plain text of the body, in which places of comments and findings lie. */
  text: string
  headings: Heading[]
  links: Link[]
  /** The days that the facts give, `YYYY-MM-DD`. */
  days: { activity: { starts: string | null; ends: string | null } | null; dateline: string | null }
  /** What happened; '' where nobody has said it, null where nothing did. */
  activityType: string | null
}

export type Heading = Span & { level: number }
export type Link = Span & { href: string }
/** Offsets in the plain text of the body. */
export type Span = { from: number; to: number }

type Edition = {
  headline: string
  summary: string
  activity: { type: string; starts: string | null; ends: string | null } | null
  dateline: { date: string | null } | null
}

/** Reads the headings and links of a stored body; `text` is the body's plain text, in which each of its text nodes stands, in their order. */
export function checkedText(edition: Edition, body: unknown, text: string, language: string): CheckedText {
  const { headings, links } = readSpans(body, text)
  return {
    language,
    headline: edition.headline,
    summary: edition.summary,
    text,
    headings,
    links,
    days: { activity: edition.activity, dateline: edition.dateline?.date ?? null },
    activityType: edition.activity?.type ?? null,
  }
}

function readSpans(body: unknown, text: string): { headings: Heading[]; links: Link[] } {
  const headings: Heading[] = []
  const links: Link[] = []
  let at = 0
  const walk = (node: unknown): void => {
    if (!isNode(node)) return
    const heading = node.type === 'heading' ? { level: levelOf(node.attrs), from: at, to: at } : undefined
    if (node.text !== undefined) {
      const found = text.indexOf(node.text, at)
      const span = { from: found < 0 ? at : found, to: found < 0 ? at : found + node.text.length }
      at = span.to
      addLink(links, hrefOf(node.marks), span)
    }
    for (const child of node.content ?? []) walk(child)
    if (heading) headings.push({ ...heading, from: text.slice(heading.from, at).trim() === '' ? at : startOf(text, heading.from), to: at })
  }
  walk(body)
  return { headings, links }
}

/** A link that is partly bold is several text nodes, and one link to readers. */
function addLink(links: Link[], href: string | undefined, span: Span): void {
  if (href === undefined) return
  const last = links.at(-1)
  if (last?.href === href && last.to === span.from) last.to = span.to
  else links.push({ href, ...span })
}

const startOf = (text: string, from: number): number => from + (/^\s*/.exec(text.slice(from, from + 8))?.[0].length ?? 0)

type Node = { type: string; text?: string; attrs?: unknown; marks?: unknown; content?: unknown[] }

function isNode(node: unknown): node is Node {
  if (typeof node !== 'object' || node === null || !('type' in node) || typeof node.type !== 'string') return false
  return (!('text' in node) || typeof node.text === 'string') && (!('content' in node) || Array.isArray(node.content))
}

function levelOf(attrs: unknown): number {
  return typeof attrs === 'object' && attrs !== null && 'level' in attrs && typeof attrs.level === 'number' ? attrs.level : 2
}

function hrefOf(marks: unknown): string | undefined {
  const link: unknown = Array.isArray(marks) ? marks.find((mark: unknown) => isNode(mark) && mark.type === 'link') : undefined
  const attrs = isNode(link) ? link.attrs : undefined
  return typeof attrs === 'object' && attrs !== null && 'href' in attrs && typeof attrs.href === 'string' ? attrs.href : undefined
}

const around = 32

/** The place of a span in a text, with enough around it to find it again after an edit elsewhere; one without words has none. */
export function placeOf(text: string, { from, to }: Span): { place?: Place } {
  const exact = text.slice(from, Math.min(to, from + 500))
  if (exact === '') return {}
  return { place: { exact, prefix: text.slice(Math.max(0, from - around), from), suffix: text.slice(to, to + around) } }
}
