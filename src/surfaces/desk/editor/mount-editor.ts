import { Editor } from '@tiptap/core'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { UndoRedo } from '@tiptap/extensions/undo-redo'
import { EditorState, Selection, TextSelection } from '@tiptap/pm/state'

import { filled } from '#lib/filled.ts'
import { findPlace } from '#newsroom/stories/find-places.ts'

import { beginStep } from './begin-step.ts'
import type { FoundStory, Tools } from './bench.ts'
import { countWords } from './count-words.ts'
import { deskEditing } from './desk-editing.ts'
import { frameOf } from './frame.ts'
import type { Frame } from './frame.ts'
import type { EditorWords } from './editor-words.ts'
import { makeFindBar } from './finding/find-bar.ts'
import type { FindBar } from './finding/find-bar.ts'
import { quotePlace } from './marks/quote-place.ts'
import type { TextPlace } from './marks/quote-place.ts'
import type { NewWords } from './marks/replace-places.ts'
import { replacePlaces } from './marks/replace-places.ts'
import { textMapOf } from './marks/text-map.ts'
import { drawMarks } from './marks/text-marks.ts'
import type { Mark, OnMark } from './marks/text-marks.ts'
import { bodyExtensions } from './schema/body-extensions.ts'
import { bodyOf, docOf } from './schema/body-of.ts'
import { makeToolbar } from './tools/toolbar.ts'
import type { Toolbar } from './tools/toolbar.ts'

export type { EditorWords, FoundStory, Mark, NewWords, OnMark, TextPlace }

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
  onMark?: OnMark
}

export type EditorHandle = {
  body(): unknown
  text(): string
  setBody(body: unknown): void
  setEditable(is: boolean): void
  focus(): void
  select(from: TextPlace): void
  /** Puts other words in some places, as one step that can be undone, and goes there; false: none is there any more, or the text is only read. */
  replace(words: readonly NewWords[]): boolean
  mark(places: Mark[]): void
  selection(): TextPlace | null
  counts(): { words: number; minutes: number }
  destroy(): void
}

const patience = 300

// The caret is kept clear of the bars that stay in sight, in pixels.
const kept = { top: 140, bottom: 80, left: 0, right: 0 }
const clearOfTools = { scrollThreshold: kept, scrollMargin: kept }

/** Puts the text editor in place of what was printed there. The words, the tools and the text itself are all reached by keyboard. */
export function mountEditor(place: HTMLElement, options: EditorOptions): EditorHandle {
  const { words, language, findStories } = options
  const frame = frameOf(words)
  const say = (sentence: string) => void (frame.status.textContent = sentence)
  const tools: Tools = { words, language, findStories, frame: frame.element, say }
  let isEditable = options.isEditable
  let marks: Mark[] = []
  const editor = new Editor({
    element: frame.paper,
    extensions: [
      ...bodyExtensions,
      Gapcursor,
      UndoRedo,
      ...deskEditing({
        tools,
        onMark: (id, how) => options.onMark?.(id, how),
        openFind: () => finder.open(),
        toTools: () => toolbar.focus(),
      }),
    ],
    injectCSS: false,
    editable: isEditable,
    editorProps: { attributes: () => surfaceAttributes(options, frame.help.id, isEditable), ...clearOfTools },
  })
  const toolbar = makeToolbar({ ...tools, editor }, () => finder.open())
  const finder = makeFindBar(editor, words)
  frame.head.append(toolbar.element, finder.element)
  place.replaceChildren(frame.element)
  const watch = watchText(editor, { toolbar, finder, frame, options })
  const setBody = (body: unknown) => {
    replaceBody(editor, body)
    drawMarks(editor.view, marks)
    watch.show()
  }
  setBody(options.body)
  editor.on('transaction', watch.show)
  editor.on('update', () => options.onChange(bodyOf(editor.state.doc)))
  return {
    ...handleOf(editor, language),
    setBody,
    mark: (places) => {
      marks = places
      drawMarks(editor.view, marks)
    },
    setEditable: (is) => {
      isEditable = is
      editor.setEditable(is, false)
      watch.show()
    },
    destroy: () => {
      watch.stop()
      editor.destroy()
      frame.element.remove()
    },
  }
}

// A new state: what could be undone before belongs to another text. Whoever is writing keeps the caret about where it was.
function replaceBody({ view, schema, state }: Editor, body: unknown): void {
  const doc = docOf(schema, body)
  const caret = view.hasFocus() ? Math.min(state.selection.head, doc.content.size) : 0
  view.updateState(EditorState.create({ doc, selection: Selection.near(doc.resolve(caret)), plugins: state.plugins }))
}

type Around = { toolbar: Toolbar; finder: FindBar; frame: Frame; options: EditorOptions }

/** Keeps the tools true to the text: at once what can be pressed, a little later what takes reading all of it. */
function watchText(editor: Editor, { toolbar, finder, frame, options }: Around): { show(): void; stop(): void } {
  const { words, language } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    const { words: n, minutes } = countWords(textMapOf(editor.state.doc).text, language)
    frame.counts.textContent = filled(n === 1 ? words.oneWord : words.counts, { words: n.toLocaleString(frame.counts.lang), minutes })
    finder.show()
  }
  return {
    show: () => {
      toolbar.show(editor.state, editor.isEditable)
      clearTimeout(timer)
      timer = setTimeout(read, patience)
    },
    stop: () => clearTimeout(timer),
  }
}

type Reading = Omit<EditorHandle, 'setBody' | 'setEditable' | 'mark' | 'destroy'>

function handleOf(editor: Editor, language: string): Reading {
  const text = () => textMapOf(editor.state.doc).text
  return {
    body: () => bodyOf(editor.state.doc),
    text,
    focus: () => editor.view.focus(),
    select: (place) => select(editor, place),
    replace: (places) => replace(editor, places),
    selection: () => {
      const map = textMapOf(editor.state.doc)
      const { from, to } = selectedIn(editor)
      return quotePlace(map.text, map.offsetOf(from), map.offsetOf(to))
    },
    counts: () => countWords(text(), language),
  }
}

/** What is selected. Where a text is only read, the browser alone knows. */
function selectedIn({ view, state }: Editor): { from: number; to: number } {
  if (view.editable) return state.selection
  const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = document.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return { from: 0, to: 0 }
  const [one, other] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)]
  return { from: Math.min(one, other), to: Math.max(one, other) }
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

function replace(editor: Editor, places: readonly NewWords[]): boolean {
  beginStep(editor)
  const replaced = editor.isEditable ? replacePlaces(editor.state, places) : null
  if (!replaced) return false
  editor.view.focus()
  editor.view.dispatch(replaced)
  return true
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
