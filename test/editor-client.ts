import { cleanPasted } from '#surfaces/desk/editor/paste/clean-pasted.ts'
import { mountEditor } from '#surfaces/desk/editor/mount-editor.ts'
import type { EditorHandle, EditorWords, FoundStory } from '#surfaces/desk/editor/mount-editor.ts'

/** What the page of test/editor-page.ts shows of the editor to the tests. */
export type Shown = { editor: EditorHandle; changes: unknown[]; marked: string[]; asked: string[]; cleanPasted(html: string): string }

declare global {
  var shown: Shown
}

const stories: FoundStory[] = [
  { headline: 'TWINGAUGE: one river, one measurement', href: '/news/twingauge-first-joint-measurement' },
  { headline: 'TWINGAUGE: a study visit to Linz', href: '/news/twingauge-study-visit-linz' },
  { headline: 'PONTOON: the last ferry', href: '/news/pontoon-last-ferry' },
]

const place = document.querySelector<HTMLElement>('[data-editor]')
if (!place) throw new Error('the page has no place for the editor')
const changes: unknown[] = []
const marked: string[] = []
const asked: string[] = []
const editor = mountEditor(place, {
  body: JSON.parse(place.dataset['body'] ?? 'null') as unknown,
  language: place.dataset['language'] ?? 'en',
  direction: place.dataset['direction'] === 'rtl' ? 'rtl' : 'ltr',
  words: JSON.parse(place.dataset['words'] ?? '{}') as EditorWords,
  isEditable: true,
  onChange: (body) => changes.push(body),
  onMark: (id) => marked.push(id),
  findStories: (text) => {
    asked.push(text)
    return Promise.resolve(stories.filter(({ headline }) => headline.toLowerCase().includes(text.toLowerCase())))
  },
})
globalThis.shown = { editor, changes, marked, asked, cleanPasted }
