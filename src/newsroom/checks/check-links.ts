import type { CheckedText, Link } from './checked-text.ts'
import { placeOf } from './checked-text.ts'
import type { Found } from './finding.ts'
import { internalLink } from './internal-link.ts'

/** What stands at a path at the moment of the release. */
export type PathState = 'public' | 'later' | 'gone' | 'unknown'

/** Finds links to our own pages that readers cannot follow. What is not public yet may be by then, so it never blocks. */
export function checkLinks({ text, links }: CheckedText, known: { origin?: string; stateOf: (path: string) => PathState }): Found[] {
  return links.flatMap((link): Found[] => {
    const target = internalLink(link.href, known.origin)
    if (!target) return []
    const { path } = target
    if (target.kind === 'desk') return [found(text, link, { code: 'link leads to the desk', path })]
    const states = [known.stateOf(target.asked), known.stateOf(path)]
    if (states.includes('public')) return []
    if (states.includes('later')) return [{ ...found(text, link, { code: 'link is not public yet', path }), atMost: 'warn' }]
    if (states.includes('gone')) return [found(text, link, { code: 'link is withdrawn', path })]
    return [found(text, link, { code: 'link leads nowhere', path })]
  })
}

const found = (text: string, link: Link, says: Found['says']): Found => ({ field: 'body', ...placeOf(text, link), says })
