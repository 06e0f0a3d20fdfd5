import { redoDepth, undoDepth } from '@tiptap/pm/history'
import type { EditorState } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'

import { filled } from '#lib/filled.ts'

import type { Act } from '../acts.ts'
import { blockActs, insertActs, textActs } from '../acts.ts'
import { beginStep } from '../begin-step.ts'
import type { Bench } from '../bench.ts'
import { deskLanguage, isRightToLeft, make, setAttributes } from '../dom.ts'
import type { EditorWords } from '../editor-words.ts'
import { openMenu } from '../menus/open-menu.ts'
import { tableActs } from '../tables/table-acts.ts'
import { ariaKeys, keyNames } from './key-names.ts'

type Face = keyof EditorWords['faces']
type Tool = Omit<Act, 'name' | 'run'> & { name: Face; opensMenu?: boolean; run(bench: Bench, button: HTMLElement): void }

const menuOf = (acts: Act[]) => (bench: Bench, button: HTMLElement) => {
  const { state } = bench.editor
  openMenu(bench, { acts: acts.filter((act) => act.isPossible?.(state) ?? true), beside: button, back: () => button.focus() })
}

function toolsOf(openFind: () => void): Tool[][] {
  const shown = [...textActs, ...blockActs].map((act) => ({ ...act, name: act.name as Face }))
  return [
    shown.slice(0, textActs.length),
    shown.slice(textActs.length),
    [
      { name: 'insert', opensMenu: true, run: menuOf(insertActs) },
      { name: 'tableMenu', opensMenu: true, keys: 'Shift-F10', run: menuOf(tableActs), isPossible: isInTable },
    ],
    [
      { name: 'undo', keys: 'Mod-z', run: ({ editor }) => void editor.commands.undo(), isPossible: (state) => undoDepth(state) > 0 },
      { name: 'redo', keys: 'Mod-Shift-z', run: ({ editor }) => void editor.commands.redo(), isPossible: (state) => redoDepth(state) > 0 },
      { name: 'find', keys: 'Mod-f', run: openFind },
    ],
  ]
}

export type Toolbar = { element: HTMLElement; show(state: EditorState, isEditable: boolean): void; focus(): void }

/** The row of buttons over the text: one stop for Tab, arrows within (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/). */
export function makeToolbar(bench: Bench, openFind: () => void): Toolbar {
  const { words } = bench
  const element = make('div', { class: 'editor-tools', role: 'toolbar', 'aria-label': words.tools, ...deskLanguage() })
  const pairs: { tool: Tool; button: HTMLButtonElement }[] = []
  for (const group of toolsOf(openFind)) {
    const buttons = group.map((tool) => {
      const button = makeButton(words, tool)
      button.addEventListener('click', () => {
        beginStep(bench.editor)
        tool.run(bench, button)
      })
      // A click does not take the focus from the text, so what is selected stays selected.
      button.addEventListener('mousedown', (event) => event.preventDefault())
      pairs.push({ tool, button })
      return button
    })
    element.append(make('span', { class: 'editor-tool-group' }, ...buttons))
  }
  const buttons = pairs.map(({ button }) => button)
  rove(element, buttons)
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') bench.editor.view.focus()
  })
  return {
    element,
    focus: () => buttons.find(({ tabIndex }) => tabIndex === 0)?.focus(),
    show: (state, isEditable) => {
      for (const { tool, button } of pairs) showButton(tool, button, state, isEditable)
    },
  }
}

function makeButton(words: EditorWords, { name, keys, isOn, opensMenu }: Tool): HTMLButtonElement {
  const label = words.acts[name]
  const face = words.faces[name]
  return make(
    'button',
    {
      type: 'button',
      tabindex: -1,
      'data-act': name,
      // Whoever speaks to the computer says what is written on the button.
      'aria-label': label.toLowerCase().includes(face.toLowerCase()) ? label : `${face} – ${label}`,
      'aria-pressed': isOn ? 'false' : null,
      'aria-haspopup': opensMenu ? 'menu' : null,
      'aria-keyshortcuts': keys ? ariaKeys(keys) : null,
      title: keys ? filled(words.shortcut, { label, keys: keyNames(keys) }) : label,
    },
    make('span', { 'aria-hidden': 'true' }, face),
  )
}

// A button that cannot be used now stays where it is and can be reached: arrows never jump over a moving gap.
function showButton(tool: Tool, button: HTMLButtonElement, state: EditorState, isEditable: boolean): void {
  const isPossible = isEditable && (tool.isPossible?.(state) ?? true)
  setAttributes(button, {
    'aria-disabled': isPossible || tool.name === 'find' ? null : 'true',
    'aria-pressed': tool.isOn ? String(tool.isOn(state)) : null,
    hidden: tool.name === 'tableMenu' && !isPossible,
  })
}

function rove(bar: HTMLElement, buttons: HTMLButtonElement[]): void {
  const stop = (button: HTMLButtonElement | undefined) => {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1
  }
  stop(buttons[0])
  bar.addEventListener('focusin', ({ target }) => stop(buttons.find((button) => button === target)))
  bar.addEventListener(
    'click',
    (event) => {
      const button = buttons.find((one) => event.target instanceof Node && one.contains(event.target))
      if (button?.getAttribute('aria-disabled') === 'true') event.stopImmediatePropagation()
    },
    true,
  )
  bar.addEventListener('keydown', (event) => {
    const seen = buttons.filter((button) => !button.hidden)
    const at = seen.findIndex((button) => button === document.activeElement)
    const forward = isRightToLeft(bar) ? 'ArrowLeft' : 'ArrowRight'
    const backward = isRightToLeft(bar) ? 'ArrowRight' : 'ArrowLeft'
    const next = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: seen.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    seen[(next + seen.length) % seen.length]?.focus()
  })
}
