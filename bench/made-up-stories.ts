import type { BatchItem } from '#newsroom/batches/batch-item.ts'

const words =
  'river ferry border water gauge village library customs bridge snow school harbour training visit agreement minister well pump market road'.split(
    ' ',
  )
const places = ['MD', 'UA', 'GE', 'AM', 'AZ', 'KZ', 'KG', 'TJ', 'UZ', 'TR', 'TN', 'MA', 'SN', 'AL', 'RS']
const firstDay = Date.UTC(2004, 0, 1)

/** Stories of an archive that grew evenly over twenty years; the same number always makes the same story. */
export function madeUpStory(number: number, of: { total: number; sections: string[]; projects?: string[] }): BatchItem {
  const word = (offset: number) => words[(number * 7 + offset * 13 + (number >> 4)) % words.length] ?? 'river'
  const sentence = (from: number) =>
    `The ${word(from)} ${word(from + 1)} and the ${word(from + 2)} ${word(from + 3)} met the ${word(from + 4)} of ${word(from + 5)} ${number % 997}.`
  const headline = `${word(0)} ${word(1)} ${word(2)} number ${number}`
  return {
    key: `bench:${number}`,
    oldAddress: `/index.php?id=${number}`,
    language: 'en',
    publishedAt: new Date(firstDay + (number / of.total) * 20 * 365 * 86_400_000),
    rank: 0,
    suggestions: [],
    content: {
      kind: 'news',
      slug: `${word(0)}-${word(1)}-${number}`,
      headline,
      summary: `${sentence(1)} ${sentence(4)}`,
      body: {
        type: 'doc',
        content: Array.from({ length: 6 }, (_, index) => ({
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text: `${sentence(index)} ${sentence(index + 3)} ${sentence(index + 9)}` }],
        })),
      },
      byline: null,
      dateline: null,
      section: of.sections[number % (of.sections.length + 1)] ?? null,
      projects: [of.projects?.[number % of.projects.length] ?? []].flat(),
      places: [places[number % places.length] ?? 'MD'],
      topics: [],
      people: [],
      activity: null,
      searchTitle: null,
      searchDescription: null,
    },
  }
}
