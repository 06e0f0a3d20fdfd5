import { filled } from '#lib/filled.ts'

import type { Bench, FoundStory } from '../bench.ts'
import type { EditorWords } from '../editor-words.ts'
import { make, newId, setAttributes } from '../dom.ts'
import { hrefOf } from '../links/href-of.ts'

type Place = { dialog: HTMLDialogElement; input: HTMLInputElement; choose(story: FoundStory): void }

const patience = 200

/**
 * Makes a field of a dialog a combobox over the newsroom's own stories: words find headlines, a chosen one leaves its address
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
export function suggestStories({ words, findStories }: Bench, { dialog, input, choose }: Place): void {
  const status = make('p', { class: 'editor-status', role: 'status' })
  const list = storyList(input, words.link.stories)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const take = () => {
    const story = list.pointedAt()
    if (!story) return
    input.value = story.href
    list.show([])
    status.textContent = ''
    // As if it had been typed: what was wrong with the words before is no longer said.
    input.dispatchEvent(new Event('input', { bubbles: true }))
    choose(story)
  }
  const ask = async () => {
    asked += 1
    const question = asked
    const text = input.value.trim()
    const isQuestion = text.length > 1 && hrefOf(text) === null
    const found = isQuestion ? await findStories(text).catch(() => []) : []
    // An answer that is overtaken by a newer question is dropped.
    if (question !== asked) return
    list.show(found)
    status.textContent = isQuestion ? countInWords(words, found.length) : ''
  }
  input.after(list.element, status)
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), patience)
  })
  input.addEventListener('keydown', (event) => {
    if (list.element.hidden) return
    if (event.key === 'ArrowDown') list.point(1)
    else if (event.key === 'ArrowUp') list.point(-1)
    else if (event.key === 'Enter' && list.pointedAt()) take()
    else if (event.key === 'Escape') list.show([])
    else return
    event.preventDefault()
  })
  list.element.addEventListener('click', (event) => {
    list.pointTo(event.target)
    take()
    input.focus()
  })
  dialog.addEventListener('close', () => clearTimeout(timer))
}

function countInWords({ link: words }: EditorWords, n: number): string {
  if (n === 1) return words.oneFound
  return n === 0 ? words.none : filled(words.found, { n })
}

function storyList(input: HTMLInputElement, label: string) {
  const element = make('ul', { role: 'listbox', id: newId('stories'), class: 'editor-stories', 'aria-label': label, hidden: true })
  let stories: FoundStory[] = []
  let at = -1
  const mark = () => {
    for (const [i, option] of [...element.children].entries()) setAttributes(option, { 'aria-selected': String(i === at) })
    setAttributes(input, { 'aria-expanded': String(!element.hidden), 'aria-activedescendant': element.children[at]?.id ?? null })
    element.children[at]?.scrollIntoView({ block: 'nearest' })
  }
  setAttributes(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': element.id, 'aria-expanded': 'false' })
  return {
    element,
    pointedAt: () => stories[at],
    point: (step: 1 | -1) => {
      const from = at < 0 && step < 0 ? 0 : at
      at = (from + step + stories.length) % stories.length
      mark()
    },
    pointTo: (target: EventTarget | null) => {
      at = [...element.children].findIndex((option) => target instanceof Node && option.contains(target))
    },
    show: (found: FoundStory[]) => {
      stories = found
      at = -1
      element.replaceChildren(...found.map(optionOf))
      element.hidden = found.length === 0
      mark()
    },
  }
}

function optionOf({ headline, href }: FoundStory): HTMLElement {
  return make('li', { role: 'option', id: newId('story'), dir: 'auto' }, headline, make('small', { dir: 'ltr' }, href))
}
