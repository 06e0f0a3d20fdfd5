import type { Inline, Mark } from '#newsroom/stories/body.ts'

const longest = { line: 4000, text: 50_000, note: 2000 }

/** The line of text that is being read, with the marks that are open in it. */
export class LineBuilder {
  #inlines: Inline[] = []
  #bold = 0
  #italic = 0
  #links: (string | undefined)[] = []

  get isFull(): boolean {
    return this.#inlines.length >= longest.line
  }

  /** White space is one space, and none at the beginning. Returns what it costs in JSON. */
  text(raw: string): number {
    // oxlint-disable-next-line no-control-regex -- nobody sees them
    const text = raw.toWellFormed().replaceAll(/[\s\u0000-\u001f\ufeff]+/g, ' ')
    const last = this.#inlines.at(-1)
    const isAfterSpace = last?.type === 'text' ? last.text.endsWith(' ') : last?.type !== 'footnote'
    const said = isAfterSpace ? text.replace(/^ /, '') : text
    if (said === '') return 0
    const marks = this.#marks()
    if (last?.type === 'text' && last.text.length + said.length <= longest.text && isSame(last.marks ?? [], marks)) last.text += said
    else this.#inlines.push(marks.length > 0 ? { type: 'text', text: said, marks } : { type: 'text', text: said })
    return JSON.stringify(said).length + JSON.stringify(marks).length
  }

  hardBreak() {
    if (this.#inlines.length > 0) this.#inlines.push({ type: 'hardBreak' })
  }

  /** A note stands at its word, whatever space came before its number. */
  footnote(text: string) {
    const last = this.#inlines.at(-1)
    if (last?.type === 'text' && last.text.trim() !== '') last.text = last.text.trimEnd()
    this.#inlines.push({ type: 'footnote', attrs: { text: text.slice(0, longest.note).toWellFormed() } })
  }

  startMark(type: 'bold' | 'italic') {
    if (type === 'bold') this.#bold++
    else this.#italic++
  }

  endMark(type: 'bold' | 'italic') {
    if (type === 'bold') this.#bold = Math.max(0, this.#bold - 1)
    else this.#italic = Math.max(0, this.#italic - 1)
  }

  startLink(href: string | undefined) {
    this.#links.push(href)
  }

  endLink() {
    this.#links.pop()
  }

  /** What was read, without the blanks around it; the next line begins empty, its marks stay open. */
  take(): Inline[] {
    const line = trimmed(this.#inlines)
    this.#inlines = []
    return line
  }

  #marks(): Mark[] {
    const href = this.#links.findLast((link) => link !== undefined)
    const marks: Mark[] = href === undefined ? [] : [{ type: 'link', attrs: { href } }]
    if (this.#bold > 0) marks.push({ type: 'bold' })
    if (this.#italic > 0) marks.push({ type: 'italic' })
    return marks
  }
}

function trimmed(line: Inline[]): Inline[] {
  let from = 0
  let to = line.length
  while (from < to && isBlank(line[from])) from++
  while (to > from && isBlank(line[to - 1])) to--
  const content = line.slice(from, to)
  const first = content[0]
  if (first?.type === 'text') content[0] = { ...first, text: first.text.trimStart() }
  const last = content.at(-1)
  if (last?.type === 'text') content[content.length - 1] = { ...last, text: last.text.trimEnd() }
  return content
}

function isBlank(inline: Inline | undefined): boolean {
  return inline?.type === 'hardBreak' || (inline?.type === 'text' && inline.text.trim() === '')
}

const isSame = (a: Mark[], b: Mark[]) => JSON.stringify(a) === JSON.stringify(b)
