import { type GeoContext, geoPath, type GeoProjection } from 'd3-geo'
import type { Geometry } from 'geojson'

/** The data of an SVG path in `1 / scale` of a unit: integers, in relative steps of at least `step`, without rings too small to see. */
export function outline(projection: GeoProjection, shapes: Geometry[], { scale, step }: { scale: number; step: number }): string {
  const pen = new Pen(scale, step)
  const path = geoPath(projection, pen)
  for (const shape of shapes) path(shape)
  return pen.finish()
}

class Pen implements GeoContext {
  readonly #scale: number
  readonly #step: number
  #data = ''
  #points: [number, number][] = []

  constructor(scale: number, step: number) {
    this.#scale = scale
    this.#step = step
  }

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.#write(2, '')
    this.#points = [this.#rounded(x, y)]
  }

  lineTo(x: number, y: number): void {
    const point = this.#rounded(x, y)
    const last = this.#points.at(-1)
    if (!last || Math.abs(last[0] - point[0]) + Math.abs(last[1] - point[1]) >= this.#step) this.#points.push(point)
  }

  closePath(): void {
    this.#write(3, 'z')
  }

  arc(): void {}

  finish(): string {
    this.#write(2, '')
    return this.#data
  }

  #rounded(x: number, y: number): [number, number] {
    return [Math.round(x * this.#scale), Math.round(y * this.#scale)]
  }

  #write(fewest: number, end: string): void {
    const [first, ...others] = this.#points
    this.#points = []
    if (!first || others.length + 1 < fewest) return
    let [x, y] = first
    let steps = ''
    for (const [nextX, nextY] of others) {
      steps += `${steps === '' || nextX < x ? '' : ' '}${nextX - x}${nextY < y ? '' : ' '}${nextY - y}`
      x = nextX
      y = nextY
    }
    this.#data += `M${first[0]} ${first[1]}l${steps}${end}`
  }
}
