/**
 * The page that uses a map gives it its colours as custom properties; opened by itself it takes these. No `style` element:
 * a strict policy would refuse it.
 */
export const paint = {
  sea: 'var(--map-sea,#f3f1ea)',
  land: 'var(--map-land,#e4dfd2)',
  border: 'var(--map-border,#fcfaf5)',
  accent: 'var(--map-accent,#8a2d1f)',
  ink: 'var(--map-ink,#5f5a50)',
  strong: 'var(--map-strong,#1c1a17)',
  paper: 'var(--map-paper,#fcfaf5)',
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
