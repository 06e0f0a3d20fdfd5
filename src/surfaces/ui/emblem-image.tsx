import type { ReactNode } from 'react'

import type { Emblem } from '#newsroom/visibility/emblem.ts'

import { emblemPath } from './drawing-path.ts'

const widest = 240 // CSS pixels
const tallest = 64

/** A funder's emblem, as large as its place allows; its size is said, so that nothing moves when it arrives. */
export function EmblemImage({ emblem, alt }: { emblem: Emblem; alt: string }): ReactNode {
  const { width, height } = emblem
  const fit = Math.min(widest / width, tallest / height)
  // What is made of points does not grow.
  const scale = emblem.type === 'image/png' ? Math.min(1, fit) : fit
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  return <img className="emblem" src={emblemPath(emblem)} {...size} alt={alt} loading="lazy" decoding="async" />
}
