/** A colour in OKLCH (CSS Color 4): lightness 0–1, chroma 0–0.4, hue in degrees. */
export type Oklch = { l: number; c: number; h: number }

/** Reads `#rgb`, `#rrggbb` and `oklch(L C H)`; undefined for anything else. */
export function readColour(text: string): Oklch | undefined {
  const said = text.trim().toLowerCase()
  const hex = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/.exec(said)
  if (hex) return oklchOf(bytesOf(hex[2] ?? [...(hex[1] ?? '')].map((digit) => digit + digit).join('')))
  const parts = /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)(%?)\s+([\d.]+)(?:deg)?\s*\)$/.exec(said)
  if (!parts) return undefined
  const l = Number(parts[1]) / (parts[2] ? 100 : 1)
  const c = parts[4] ? (Number(parts[3]) / 100) * 0.4 : Number(parts[3])
  const h = Number(parts[5]) % 360
  return l >= 0 && l <= 1 && c >= 0 && c <= 0.5 && !Number.isNaN(h) ? { l, c, h } : undefined
}

/** As CSS writes it. */
export const colourText = ({ l, c, h }: Oklch): string => `oklch(${round(l, 4)} ${round(c, 4)} ${round(h, 2)})`

/** As every browser and picture knows it; what sRGB does not have is clipped, as browsers do. */
export function hexOf(colour: Oklch): string {
  return `#${srgbOf(colour)
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrastOf(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminanceOf(colour: Oklch): number {
  const [r, g, b] = srgbOf(colour).map(linear)
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

// The matrices are those of Björn Ottosson, https://bottosson.github.io/posts/oklab/.
function srgbOf({ l, c, h }: Oklch): number[] {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const parts = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ]
  return parts.map((part) => gamma(Math.min(1, Math.max(0, part))))
}

function oklchOf(srgb: number[]): Oklch {
  const [r = 0, g = 0, b = 0] = srgb.map(linear)
  const x = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const y = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const z = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z
  const bb = 0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z
  return {
    l: 0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  }
}

const bytesOf = (hex: string): number[] => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const gamma = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
const round = (value: number, digits: number): number => Number(value.toFixed(digits))
