import type { Bench, FoundStory } from '../bench.ts'
import { make, newId, setAttributes } from '../dom.ts'
import { filled } from '../editor-words.ts'
import { hrefOf } from '../links/href-of.ts'

type Place = { dialog: HTMLDialogElement; input: HTMLInputElement; choose(story: FoundStory): void }

const patience = 200

/** Makes a field of a dialog a combobox over the newsroom's own stories: words find headlines, a chosen one leaves its address. */
export function suggestStories({ words, findStories }: Bench, { dialog, input, choose }: Place): void {
  const list = make('ul', {
    role: 'listbox',
    id: newId('stories'),
    class: 'editor-stories',
    'aria-label': words.link.stories,
    hidden: true,
  })
  const status = make('p', { class: 'editor-status', role: 'status' })
  let stories: FoundStory[] = []
  let at = -1
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (found: FoundStory[]) => {
    stories = found
    at = -1
    list.replaceChildren(
      ...found.map(({ headline, href }) =>
        make('li', { role: 'option', id: newId('story'), dir: 'auto' }, headline, make('small', {}, href)),
      ),
    )
    list.hidden = found.length === 0
    point()
  }
  const point = () => {
    for (const [i, option] of [...list.children].entries()) setAttributes(option, { 'aria-selected': i === at ? 'true' : 'false' })
    setAttributes(input, { 'aria-expanded': String(!list.hidden), 'aria-activedescendant': list.children[at]?.id ?? null })
    list.children[at]?.scrollIntoView({ block: 'nearest' })
  }
  const take = (index: number) => {
    const story = stories[index]
    if (!story) return
    input.value = story.href
    show([])
    choose(story)
  }
  const ask = async () => {
    asked += 1
    const question = asked
    const text = input.value.trim()
    const found = text.length < 2 || hrefOf(text) !== null ? [] : await findStories(text).catch(() => [])
    if (question !== asked) return
    show(found)
    status.textContent =
      text.length < 2 || hrefOf(text) !== null ? '' : found.length > 0 ? filled(words.link.found, { n: found.length }) : words.link.none
  }

  setAttributes(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })
  input.after(list, status)
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), patience)
  })
  input.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (list.hidden || (step === 0 && event.key !== 'Enter' && event.key !== 'Escape')) return
    if (event.key === 'Enter' && at < 0) return
    event.preventDefault()
    if (event.key === 'Escape') show([])
    else if (event.key === 'Enter') take(at)
    else at = (at + step + stories.length + (at < 0 && step < 0 ? 1 : 0)) % stories.length
    if (step !== 0) point()
  })
  list.addEventListener('click', (event) => {
    take([...list.children].findIndex((option) => event.target instanceof Node && option.contains(event.target)))
    input.focus()
  })
  dialog.addEventListener('close', () => clearTimeout(timer))
}
