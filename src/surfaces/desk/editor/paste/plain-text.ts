/** A block of pasted plain text. */
export type PlainBlock = { kind: 'paragraph'; lines: string[] } | { kind: 'bulletList' | 'orderedList'; items: string[] }

const bullet = /^\s*[-*•·◦▪‣–]\s+(?=\S)/
const count = /^\s*\d{1,3}[.)]\s+(?=\S)/
const widthOfWrapped = 50

/**
 * Plain text in paragraphs and lists. An empty line parts paragraphs; where there is none, each line is one. Lines that were only
 * wrapped, as in mails, are joined again; short ones, as in addresses, stay lines.
 */
export function plainBlocks(text: string): PlainBlock[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const isSpaced = lines.slice(1, -1).some((line) => line.trim() === '')
  const blocks: PlainBlock[] = []
  let isOpen = false
  for (const line of lines) {
    const kind = bullet.test(line) ? 'bulletList' : count.test(line) ? 'orderedList' : 'paragraph'
    const last = isOpen ? blocks.at(-1) : undefined
    const words = line.replace(kind === 'bulletList' ? bullet : kind === 'orderedList' ? count : '', '').trim()
    if (words === '') isOpen = false
    else if (kind !== 'paragraph') {
      if (last?.kind === kind) last.items.push(words)
      else blocks.push({ kind, items: [words] })
      isOpen = true
    } else if (isSpaced && last?.kind === 'paragraph') last.lines.push(words)
    else {
      blocks.push({ kind, lines: [words] })
      isOpen = isSpaced
    }
  }
  return blocks.map(unwrapped)
}

function unwrapped(block: PlainBlock): PlainBlock {
  if (block.kind !== 'paragraph' || block.lines.length < 2) return block
  const isWrapped = block.lines.slice(0, -1).every(({ length }) => length >= widthOfWrapped)
  return isWrapped ? { kind: 'paragraph', lines: [block.lines.join(' ')] } : block
}
