const longest = 200_000

/**
 * The plain text of a stored body, blocks and table cells parted by line breaks, footnotes once at the end as readers find them; anything that is
 * not a body has none. At most 200,000 characters, which a tsvector (1 MB) holds.
 */
export function bodyText(body: unknown): string {
  const parts: string[] = []
  const notes: string[] = []
  gather(body, parts, notes)
  return [...parts, '\n', notes.join('\n')]
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
    .slice(0, longest)
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'hardBreak', 'tableHeader', 'tableCell', 'callout', 'embed'])

function gather(node: unknown, parts: string[], notes: string[]): void {
  if (typeof node !== 'object' || node === null) return
  const type = 'type' in node && typeof node.type === 'string' ? node.type : ''
  if ('text' in node && typeof node.text === 'string') parts.push(node.text)
  if (type === 'footnote') notes.push(attribute(node, 'text'))
  if (type === 'embed') parts.push(attribute(node, 'title'))
  if ('content' in node && Array.isArray(node.content)) for (const child of node.content) gather(child, parts, notes)
  if (type === 'blockquote') parts.push(attribute(node, 'attribution'))
  if (blocks.has(type)) parts.push('\n')
}

function attribute(node: object, name: string): string {
  if (!('attrs' in node) || typeof node.attrs !== 'object' || node.attrs === null) return ''
  const value: unknown = Object.entries(node.attrs).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : ''
}
