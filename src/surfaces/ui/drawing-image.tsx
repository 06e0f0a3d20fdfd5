import type { ReactNode } from 'react'

import type { Drawing } from '#newsroom/drawings/drawing.ts'
import type { Emblem } from '#newsroom/visibility/emblem.ts'

import { emblemPath, logoPath } from './drawing-path.ts'

/** A funder's emblem, as large as its place allows. */
export function EmblemImage({ emblem, alt }: { emblem: Emblem; alt: string }): ReactNode {
  return <img className="emblem" src={emblemPath(emblem)} {...fitted(emblem, 240, 64)} alt={alt} loading="lazy" decoding="async" />
}

/** The newsroom's logo, as large as its place allows. */
export function LogoImage({ logo, alt }: { logo: Drawing; alt: string }): ReactNode {
  return <img className="logo" src={logoPath(logo)} {...fitted(logo, 320, 56)} alt={alt} />
}

/** The size (CSS pixels) to say of a drawing: without, it has none where it is an SVG of a viewBox alone, and moves the page when it arrives. */
function fitted({ type, width, height }: Drawing, widest: number, tallest: number): { width: number; height: number } {
  const fit = Math.min(widest / width, tallest / height)
  // What is made of points does not grow.
  const scale = type === 'image/png' ? Math.min(1, fit) : fit
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
