import type { Part } from '#lib/compare-texts.ts'
import { compareTexts, Patience } from '#lib/compare-texts.ts'

const longestSame = 240
const hinted = 80

/** Two texts word by word, to be read: words that were replaced one after the other are one change, and long stretches that stayed are only hinted at. */
export function markedChanges(before: string, now: string): Part[] {
  const parts = joined(compareTexts(before, now, new Patience()))
  return parts.map((part, at) => (part.kind === 'same' ? hint(part, at === 0, at === parts.length - 1) : part))
}

/** The space between two changed words belongs to the change. */
function joined(parts: Part[]): Part[] {
  const whole: Part[] = []
  let removed = ''
  let added = ''
  const end = () => {
    if (removed !== '') whole.push({ kind: 'removed', text: removed })
    if (added !== '') whole.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const [at, { kind, text }] of parts.entries()) {
    const isBetween =
      kind === 'same' && text.trim() === '' && !text.includes('\n') && removed !== '' && added !== '' && at < parts.length - 1
    if (kind === 'removed' || isBetween) removed += text
    if (kind === 'added' || isBetween) added += text
    if (kind !== 'same' || isBetween) continue
    end()
    whole.push({ kind, text })
  }
  end()
  return whole
}

function hint({ kind, text }: Part, isFirst: boolean, isLast: boolean): Part {
  if (text.length <= longestSame || (isFirst && isLast)) return { kind, text }
  const start = isFirst ? '' : text.slice(0, hinted).replace(/\S*$/u, '')
  const end = isLast ? '' : text.slice(-hinted).replace(/^\S*/u, '')
  return { kind, text: `${start} … ${end}` }
}
