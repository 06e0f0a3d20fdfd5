import { bodyText } from '../stories/body-text.ts'
import type { Block } from '../stories/body.ts'

/** What a block says, as it is compared: a table row by row, an embed with its address, footnotes at the end. */
export function blockText(block: Block): string {
  if (block.type === 'embed') return [block.attrs.title, block.attrs.url].filter((said) => said !== '').join('\n')
  if (block.type !== 'table') return bodyText(block)
  return block.content.map((row) => row.content.map((cell) => bodyText(cell).replaceAll('\n', ' ')).join(' · ')).join('\n')
}
