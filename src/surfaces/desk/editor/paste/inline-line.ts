export type Marks = { isBold: boolean; isItalic: boolean; href: string | null }

type Piece = { kind: 'text'; text: string; marks: Marks } | { kind: 'break' } | { kind: 'note'; text: string }

/** A line of text while it is gathered: pieces with their marks, whose white space is that of one paragraph. */
export type Line = {
  add(text: string, marks: Marks): void
  breakHere(): void
  endsInBreak(): boolean
  note(text: string): void
  /** The line as an element, null when nothing is in it. It is empty afterwards. */
  take(name: string): HTMLElement | null
}

export function lineIn(document: Document): Line {
  let pieces: Piece[] = []
  return {
    add: (text, marks) => pieces.push(...piecesOf(text.replace(/[\t\n\r\f ]+/g, ' '), marks)),
    breakHere: () => pieces.push({ kind: 'break' }),
    endsInBreak: () => pieces.findLast((piece) => piece.kind !== 'text' || piece.text.trim() !== '')?.kind === 'break',
    note: (text) => pieces.push({ kind: 'note', text }),
    take: (name) => {
      const kept = trimmed(pieces)
      pieces = []
      if (kept.length === 0) return null
      const element = document.createElement(name)
      for (const piece of joined(kept.map(unlinkedSpace))) element.append(nodeOf(piece, document))
      return element
    },
  }
}

/** Space at the ends of bold or linked words belongs to neither. */
function piecesOf(text: string, marks: Marks): Piece[] {
  const [, before = '', words = '', after = ''] = /^( *)(.*?)( *)$/.exec(text) ?? []
  const pieces = [
    { text: before, marks: { ...marks, isBold: false, isItalic: false } },
    { text: words, marks },
    { text: after, marks: { ...marks, isBold: false, isItalic: false } },
  ]
  return pieces.flatMap((piece) => (piece.text === '' ? [] : [{ kind: 'text' as const, ...piece }]))
}

const edge = /^[\s\u00a0]+$/

function trimmed(given: Piece[]): Piece[] {
  const spaced = singleSpaced(given)
  const isEmpty = (piece: Piece | undefined) =>
    piece?.kind === 'break' || (piece?.kind === 'text' && (piece.text === '' || edge.test(piece.text)))
  const first = spaced.findIndex((piece) => !isEmpty(piece))
  if (first < 0) return []
  const kept = spaced.slice(first, spaced.findLastIndex((piece) => !isEmpty(piece)) + 1)
  return kept.map((piece, i) => {
    if (piece.kind !== 'text') return piece
    const text = i === 0 ? piece.text.replace(/^[\s\u00a0]+/, '') : piece.text
    return { ...piece, text: i === kept.length - 1 ? text.replace(/[\s\u00a0]+$/, '') : text }
  })
}

// Between pieces too: "a " and " b" are two words with one space.
function singleSpaced(pieces: Piece[]): Piece[] {
  let endsInSpace = false
  return pieces.flatMap((piece, i): Piece[] => {
    if (piece.kind !== 'text') {
      endsInSpace = piece.kind === 'break'
      return [piece]
    }
    // A space that does not break stays where it stands alone: French needs it. Several in a row are a typist's tab.
    const single = piece.text.replace(/[ \u00a0]{2,}/g, ' ')
    const parted = pieces[i + 1]?.kind === 'break' ? single.replace(/[ \u00a0]+$/, '') : single
    const text = endsInSpace ? parted.replace(/^[ \u00a0]+/, '') : parted
    if (text !== '') endsInSpace = /[ \u00a0]$/.test(text)
    return text === '' ? [] : [{ ...piece, text }]
  })
}

/** A space within a link is linked, or a link of two words would be two; one beside it is not. */
function unlinkedSpace(piece: Piece, i: number, all: Piece[]): Piece {
  if (piece.kind !== 'text' || piece.text.trim() !== '' || piece.marks.href === null) return piece
  const [before, after] = [all[i - 1], all[i + 1]]
  const isWithin =
    before?.kind === 'text' && after?.kind === 'text' && before.marks.href === piece.marks.href && after.marks.href === piece.marks.href
  return isWithin ? piece : { ...piece, marks: { ...piece.marks, href: null } }
}

function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last?.kind === 'text' && piece.kind === 'text' && isSame(last.marks, piece.marks)) {
      result[result.length - 1] = { ...last, text: last.text + piece.text }
    } else result.push(piece)
  }
  return result
}

function isSame(one: Marks, other: Marks): boolean {
  return one.isBold === other.isBold && one.isItalic === other.isItalic && one.href === other.href
}

function nodeOf(piece: Piece, document: Document): Node {
  if (piece.kind === 'break') return document.createElement('br')
  if (piece.kind === 'note') {
    const note = document.createElement('sup')
    note.dataset['footnote'] = piece.text
    return note
  }
  const { isBold, isItalic, href } = piece.marks
  let node: Node = document.createTextNode(piece.text)
  if (isItalic) node = wrapped(node, document.createElement('em'))
  if (isBold) node = wrapped(node, document.createElement('strong'))
  if (href !== null) {
    const anchor = document.createElement('a')
    anchor.setAttribute('href', href)
    node = wrapped(node, anchor)
  }
  return node
}

function wrapped(node: Node, element: HTMLElement): HTMLElement {
  element.append(node)
  return element
}
