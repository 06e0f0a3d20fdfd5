import { filled } from '#lib/filled.ts'

import { make, newId } from '../../editor/dom.ts'
import type { ScriptWords } from '../script-words.ts'
import type { Difference } from './compare-fields.ts'
import { labelOf, valueInWords } from './form-values.ts'
import { markedChanges } from './marked-changes.ts'

export type Choice = {
  form: HTMLFormElement
  differences: Difference[]
  words: ScriptWords
  title: string
  /** What the two sides are called. */
  mine: string
  theirs: string
  choose(keepMine: ReadonlySet<string>): void
  /** Leaves both as they are, where that may be. */
  dismiss?(): void
}

/** Shows two texts field by field, and lets someone choose which to keep of each. What only one of them changed is chosen already. */
export function choicePanel(choice: Choice): HTMLElement {
  const { words, differences, dismiss } = choice
  const title = make('h2', { id: newId('choice'), tabindex: -1 }, choice.title)
  const form = make('form', { class: 'choice-fields' })
  form.append(...differences.map((difference) => fieldChoice(choice, difference)), make('button', {}, words.goOn))
  if (dismiss) {
    const button = make('button', { type: 'button', class: 'quiet' }, words.leaveIt)
    button.addEventListener('click', dismiss)
    form.append(' ', button)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    event.stopPropagation()
    const kept = differences.filter(({ field }) => new FormData(form).get(field) === 'mine').map(({ field }) => field)
    choice.choose(new Set(kept))
  })
  return make(
    'section',
    { class: 'panel choice', 'aria-labelledby': title.id, 'data-choice': true },
    title,
    make('p', {}, words.chooseHelp),
    form,
  )
}

function fieldChoice({ form, words, mine, theirs }: Choice, difference: Difference): HTMLElement {
  const { field, changedBy } = difference
  const inWords = (said: string[]) => valueInWords(form, field, said)
  const before = inWords(difference.before ?? difference.theirs)
  const sides = [
    { value: 'mine', name: mine, said: difference.mine, isChosen: changedBy !== 'them' },
    { value: 'theirs', name: theirs, said: difference.theirs, isChosen: changedBy === 'them' },
  ]
  return make(
    'fieldset',
    { class: 'choice-field' },
    make('legend', {}, filled(changedBy === 'both' ? words.bothChanged : '{field}', { field: labelOf(form, field) })),
    ...sides.map(({ value, name, said, isChosen }) =>
      make(
        'label',
        { class: 'choice-side' },
        make('span', { class: 'tick' }, make('input', { type: 'radio', name: field, value, checked: isChosen }), ' ', name),
        make('blockquote', { lang: languageOf(form, field), dir: 'auto' }, ...changesIn(before, inWords(said), words)),
      ),
    ),
  )
}

function languageOf(form: HTMLFormElement, name: string): string | null {
  const field = form.elements.namedItem(name)
  return (field instanceof HTMLElement && field.lang) || form.lang || null
}

/** A text with what was added to it and taken out of it, as the history shows it. */
function changesIn(before: string, now: string, words: ScriptWords): (string | HTMLElement)[] {
  if (now === '' && before === '') return [words.empty]
  return markedChanges(before, now).map(({ kind, text }) => (kind === 'same' ? text : make(kind === 'added' ? 'ins' : 'del', {}, text)))
}
