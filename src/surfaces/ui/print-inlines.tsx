import { Fragment, type ReactNode } from 'react'

import type { Inline } from '#newsroom/stories/body.ts'

import { printNoteMark } from './print-notes.tsx'
import type { Printing } from './printing.ts'

type Said = Exclude<Inline, { type: 'footnote' }>
type Stretch = { href: string | undefined; said: Said[] } | { note: string }

/** A line of text. Neighbours under one address are one link, whatever else they are marked with. */
export function printInlines(content: readonly Inline[] = [], printing: Printing): ReactNode {
  return stretches(content).map((stretch, i) => {
    if ('note' in stretch) return printNoteMark(stretch.note, i, printing)
    const words = stretch.said.map(printSaid)
    const isLink = stretch.href !== undefined && stretch.said.some((inline) => inline.type === 'text' && inline.text.trim() !== '')
    return isLink ? (
      <a key={i} href={stretch.href}>
        {words}
      </a>
    ) : (
      <Fragment key={i}>{words}</Fragment>
    )
  })
}

function stretches(content: readonly Inline[]): Stretch[] {
  const found: Stretch[] = []
  for (const inline of content) {
    const last = found.at(-1)
    if (inline.type === 'footnote') found.push({ note: inline.attrs.text })
    else if (last && 'said' in last && last.href === hrefOf(inline)) last.said.push(inline)
    else found.push({ href: hrefOf(inline), said: [inline] })
  }
  return found
}

function hrefOf(inline: Said): string | undefined {
  if (inline.type === 'hardBreak') return undefined
  const link = inline.marks?.find((mark) => mark.type === 'link')
  return link?.type === 'link' ? link.attrs.href : undefined
}

function printSaid(inline: Said, key: number): ReactNode {
  if (inline.type === 'hardBreak') return <br key={key} />
  const marks = [...new Set(inline.marks?.map(({ type }) => type))]
  const marked = marks.reduceRight<ReactNode>((inner, type) => {
    if (type === 'bold') return <strong>{inner}</strong>
    return type === 'italic' ? <em>{inner}</em> : inner
  }, inline.text)
  return <Fragment key={key}>{marked}</Fragment>
}
