import type { ReactNode } from 'react'

import { linkParts } from './link-parts.ts'
import type { Printing } from './printing.ts'

/** The number of a footnote where it belongs, a link to what it says. */
export function printNoteMark(text: string, key: number, { notes, words }: Printing): ReactNode {
  const number = notes.push(text)
  return (
    <sup key={key} className="note-mark">
      <a id={`note-mark-${number}`} href={`#note-${number}`} role="doc-noteref" aria-label={words.note(number)}>
        {number}
      </a>
    </sup>
  )
}

/** What the footnotes say, each with the way back to its place. */
export function printNotes({ notes, words }: Printing): ReactNode {
  if (notes.length === 0) return null
  return (
    <section className="notes" role="doc-endnotes" aria-labelledby="notes">
      <h2 id="notes">{words.notes}</h2>
      <ol>
        {notes.map((note, i) => (
          <li key={i} id={`note-${i + 1}`}>
            <p>
              {linked(note)}{' '}
              <a className="note-back" href={`#note-mark-${i + 1}`} role="doc-backlink" aria-label={words.backToText(i + 1)}>
                ↑
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A note is plain text; the addresses in it can be followed. */
function linked(note: string): ReactNode {
  return linkParts(note).map(({ text, isLink }, i) =>
    isLink ? (
      <a key={i} href={text}>
        {text}
      </a>
    ) : (
      text
    ),
  )
}
