import { filled } from '#lib/filled.ts'
import { slugify } from '#lib/slugify.ts'

import { partOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'

type TextField = HTMLInputElement | HTMLTextAreaElement

const fieldOf = (sheet: Sheet, name: string): TextField | undefined => {
  const field = sheet.form.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined
}

/** What goes with the text as it is typed: counters, the address, and how search engines and previews will show it. */
export function followText(sheet: Sheet): void {
  const headline = fieldOf(sheet, 'headline')
  const slug = fieldOf(sheet, 'slug')
  // An address that was made of the headline goes with it, until readers know it or someone has chosen another.
  let isMade = !sheet.isPublic && slug !== undefined && isMadeOf(slug.value, headline?.value ?? '')
  const show = () => showAll(sheet)
  sheet.form.addEventListener('input', ({ target }) => {
    if (target === slug && slug) isMade = !sheet.isPublic && isMadeOf(slug.value, headline?.value ?? '')
    if (target === headline && slug && headline && isMade) slug.value = slugify(headline.value)
    requestAnimationFrame(show)
  })
  sheet.form.addEventListener('desk:put', ({ target }) => {
    if (slug && (target === slug || target === headline)) isMade = !sheet.isPublic && isMadeOf(slug.value, headline?.value ?? '')
    requestAnimationFrame(show)
  })
  show()
}

const isMadeOf = (slug: string, headline: string): boolean => slug.trim() === '' || slug === slugify(headline)

function showAll(sheet: Sheet): void {
  const { words } = sheet
  const said = (name: string) => fieldOf(sheet, name)?.value.trim() ?? ''
  const summary = said('summary')
  const address = addressOf(sheet, said('slug') || slugify(said('headline')))
  const counted = partOf('count="summary"')
  if (counted) say(counted, summary === '' ? '' : filled(words.characters, { n: [...summary].length }))
  const shown = {
    title: said('searchTitle') || said('headline'),
    address,
    headline: said('headline'),
    description: said('searchDescription') || summary,
  }
  for (const [name, text] of Object.entries(shown)) {
    for (const place of sheet.form.querySelectorAll<HTMLElement>(`[data-follows="${name}"]`)) say(place, text)
  }
}

function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text
}

// The address was printed with the slug that the text had then.
function addressOf(sheet: Sheet, slug: string): string {
  const printed = sheet.form.dataset['address'] ?? ''
  return printed.slice(0, printed.lastIndexOf('/') + 1) + slug
}
