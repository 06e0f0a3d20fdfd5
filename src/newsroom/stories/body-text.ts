const longest = 200_000

/** The plain text of a stored body, blocks parted by line breaks; anything that is not a body has none. At most 200,000 characters, which a tsvector (1 MB) holds. */
export function bodyText(body: unknown): string {
  const parts: string[] = []
  gather(body, parts)
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
    .slice(0, longest)
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'blockquote'])

function gather(node: unknown, parts: string[]): void {
  if (typeof node !== 'object' || node === null) return
  if ('text' in node && typeof node.text === 'string') parts.push(node.text)
  if ('content' in node && Array.isArray(node.content)) for (const child of node.content) gather(child, parts)
  if ('type' in node && typeof node.type === 'string' && (blocks.has(node.type) || node.type === 'hardBreak')) parts.push('\n')
}
