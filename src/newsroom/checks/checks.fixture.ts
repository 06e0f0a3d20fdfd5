import { bodyText } from '../stories/body-text.ts'
import type { Body } from '../stories/body.ts'
import type { CheckedText } from './checked-text.ts'
import { checkedText } from './checked-text.ts'

type Content = Body['content']

export const paragraph = (text: string): Content[number] => ({ type: 'paragraph', content: [{ type: 'text', text }] })
export const heading = (level: 2 | 3 | 4, text: string): Content[number] => ({
  type: 'heading',
  attrs: { level },
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})
export const linked = (before: string, words: string, href: string): Content[number] => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: before },
    { type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] },
    { type: 'text', text: '.' },
  ],
})

/** A text as checks read it, but for what the test is about. */
export function textOf(
  language: string,
  over: { headline?: string; summary?: string; body?: Content; starts?: string; ends?: string; type?: string; dateline?: string },
): CheckedText {
  const body = { type: 'doc', content: over.body ?? [] }
  const edition = {
    headline: over.headline ?? '',
    summary: over.summary ?? '',
    activity: over.starts ? { type: over.type ?? 'workshop', starts: over.starts, ends: over.ends ?? null } : null,
    dateline: over.dateline ? { date: over.dateline } : null,
  }
  return checkedText(edition, body, bodyText(body), language)
}
