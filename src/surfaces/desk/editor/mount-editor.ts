import { Editor } from '@tiptap/core'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { UndoRedo } from '@tiptap/extensions/undo-redo'
import { EditorState, TextSelection } from '@tiptap/pm/state'

import type { FoundStory, Tools } from './bench.ts'
import { countWords } from './count-words.ts'
import { deskEditing } from './desk-editing.ts'
import { frameOf } from './frame.ts'
import { filled } from './editor-words.ts'
import type { EditorWords } from './editor-words.ts'
import { makeFindBar } from './finding/find-bar.ts'
import { findPlace, quotePlace } from './marks/quote-place.ts'
import type { TextPlace } from './marks/quote-place.ts'
import { textMapOf } from './marks/text-map.ts'
import { drawMarks } from './marks/text-marks.ts'
import type { Mark } from './marks/text-marks.ts'
import { bodyExtensions } from './schema/body-extensions.ts'
import { bodyOf, docOf } from './schema/body-of.ts'
import { makeToolbar } from './tools/toolbar.ts'

export type { EditorWords, FoundStory, Mark, TextPlace }

export type EditorOptions = {
  /** As stored: src/newsroom/stories/body.ts. */
  body: unknown
  /** BCP 47, of the text. */
  language: string
  direction: 'ltr' | 'rtl'
  words: EditorWords
  isEditable: boolean
  /** The text was changed by whoever writes; not called for `setBody`. */
  onChange(body: unknown): void
  findStories(text: string): Promise<FoundStory[]>
  onMark?(id: string): void
}

export type EditorHandle = {
  body(): unknown
  text(): string
  setBody(body: unknown): void
  setEditable(is: boolean): void
  focus(): void
  select(from: TextPlace): void
  mark(places: Mark[]): void
  selection(): TextPlace | null
  counts(): { words: number; minutes: number }
  destroy(): void
}

const patience = 300

/** Puts the text editor in place of what was printed there. The words, the tools and the text itself are all reached by keyboard. */
export function mountEditor(place: HTMLElement, options: EditorOptions): EditorHandle {
  const { words, language } = options
  const frame = frameOf(words)
  const tools: Tools = {
    words,
    language,
    findStories: options.findStories,
    frame: frame.element,
    say: (sentence) => (frame.status.textContent = sentence),
  }
  const editing = deskEditing({
    tools,
    onMark: (id) => options.onMark?.(id),
    openFind: () => finder.open(),
    toTools: () => toolbar.focus(),
  })
  let isEditable = options.isEditable
  const editor = new Editor({
    element: frame.paper,
    extensions: [...bodyExtensions, Gapcursor, UndoRedo, ...editing],
    injectCSS: false,
    editable: isEditable,
    editorProps: { attributes: () => surfaceAttributes(options, frame.help.id, isEditable) },
  })
  const toolbar = makeToolbar({ ...tools, editor }, () => finder.open())
  const finder = makeFindBar(editor, words)
  frame.element.prepend(toolbar.element, finder.element)
  place.replaceChildren(frame.element)

  let timer: ReturnType<typeof setTimeout> | undefined
  const count = () => {
    const { words: n, minutes } = countWords(textMapOf(editor.state.doc).text, language)
    frame.counts.textContent = filled(n === 1 ? words.oneWord : words.counts, { words: n.toLocaleString(), minutes })
  }
  const show = () => {
    toolbar.show(editor.state, editor.isEditable)
    clearTimeout(timer)
    timer = setTimeout(() => (count(), finder.show()), patience)
  }
  const setBody = (body: unknown) => {
    // A new state: what was undone before belongs to another text.
    editor.view.updateState(EditorState.create({ doc: docOf(editor.schema, body), plugins: editor.state.plugins }))
    show()
  }
  setBody(options.body)
  count()
  editor.on('transaction', show)
  editor.on('update', () => options.onChange(bodyOf(editor.state.doc)))
  return {
    ...handleOf(editor, language),
    setBody,
    setEditable: (is) => {
      isEditable = is
      editor.setEditable(is, false)
      show()
    },
    destroy: () => {
      clearTimeout(timer)
      editor.destroy()
      frame.element.remove()
    },
  }
}

type Reading = Omit<EditorHandle, 'setBody' | 'setEditable' | 'destroy'>

function handleOf(editor: Editor, language: string): Reading {
  const text = () => textMapOf(editor.state.doc).text
  return {
    body: () => bodyOf(editor.state.doc),
    text,
    focus: () => editor.view.focus(),
    select: (place) => select(editor, place),
    mark: (places) => drawMarks(editor.view, places),
    selection: () => {
      const map = textMapOf(editor.state.doc)
      const { from, to } = editor.state.selection
      return quotePlace(map.text, map.offsetOf(from), map.offsetOf(to))
    },
    counts: () => countWords(text(), language),
  }
}

function select(editor: Editor, place: TextPlace): void {
  const map = textMapOf(editor.state.doc)
  const found = findPlace(map.text, place)
  if (!found) return
  const { tr } = editor.state
  editor.view.focus()
  editor.view.dispatch(
    tr.setSelection(TextSelection.between(tr.doc.resolve(map.startOf(found.from)), tr.doc.resolve(map.endOf(found.to)))).scrollIntoView(),
  )
}

function surfaceAttributes({ words, language, direction }: EditorOptions, help: string, isEditable: boolean): { [name: string]: string } {
  const label = document.getElementById('text-label')
  return {
    class: 'prose',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-readonly': String(!isEditable),
    ...(label ? { 'aria-labelledby': label.id } : { 'aria-label': words.label }),
    'aria-describedby': help,
    lang: language,
    dir: direction,
    spellcheck: 'true',
  }
}
