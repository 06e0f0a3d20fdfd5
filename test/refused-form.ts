import { DomUtils, parseDocument } from 'htmlparser2'

import { harmIn } from './hostile.ts'
import { libraryWords, rawName } from './library-words.ts'

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]
export type Typed = Readonly<Record<string, string | string[] | Blob>>

/** A form that was sent: where to, what was typed in it, and the names of the fields that are at fault. */
export type Sent = { action: string; typed: Typed; marks: readonly string[] }

/** What is wrong with the page that answers a form that was refused, and what it says at the fields. */
export function judgeRefused(html: string, { action, typed, marks }: Sent): { wrong: string[]; said: string[] } {
  const page = DomUtils.getElementsByTagName('*', parseDocument(html))
  const marked = page.filter(({ attribs }) => attribs['aria-invalid'] === 'true')
  const form = formOf(marked[0])
  if (!form || form.attribs['action'] !== action) return { wrong: ['no field is marked in the form that was sent'], said: [] }
  const said = marked.map((one) => saidOf(one, page))
  const names = marked.map(nameOf)
  return {
    said,
    wrong: [
      ...(names.toSorted().join() === marks.toSorted().join() ? [] : [`marks ${names.join(', ')} instead of ${marks.join(', ')}`]),
      ...marked.filter((one) => formOf(one) !== form).map((one) => `marks ${nameOf(one)} in another form`),
      ...marked.filter(isFolded).map((one) => `folds ${nameOf(one)} away`),
      ...marked.flatMap((one, i) => wrongInSummary(one, said[i] ?? '', page)),
      ...said.flatMap((text) =>
        [libraryWords, rawName].flatMap((word) => word.exec(plain(text)) ?? []).map((word) => `says “${word}”: ${text}`),
      ),
      ...Object.entries(typed).flatMap(([name, value]) => lostOf(form, name, value)),
      ...harmIn(html),
    ],
  }
}

// Of these, whoever draws has heard.
const plain = (text: string): string => text.replaceAll(/\b(?:kB|viewBox)\b/g, '')

/** Forms of a page that somebody can type in, by where they are sent to. */
export function formsToFill(html: string): string[] {
  const forms = DomUtils.getElementsByTagName('form', parseDocument(html)).filter(({ attribs }) => attribs['method'] === 'post')
  return forms.filter((form) => controlsOf(form).some(isToFill)).map(({ attribs }) => attribs['action'] ?? '')
}

const isToFill = ({ name, attribs }: Element): boolean => name !== 'input' || !/^(?:hidden|submit|button)$/.test(attribs['type'] ?? 'text')

const controlsOf = (form: Element): Element[] =>
  DomUtils.getElementsByTagName('*', form).filter(({ name, attribs }) => /^(?:input|select|textarea)$/.test(name) && attribs['name'])

/** A field by its name; fields that say one thing together by that of the first. */
function nameOf(element: Element): string {
  return element.attribs['name'] ?? DomUtils.getElementsByTagName('input', element)[0]?.attribs['name'] ?? ''
}

function formOf(element: Element | undefined): Element | undefined {
  return element && ancestors(element).find(({ name }) => name === 'form')
}

const isFolded = (element: Element): boolean =>
  ancestors(element).some(({ name, attribs }) => 'hidden' in attribs || (name === 'details' && !('open' in attribs)))

function ancestors(element: Element): Element[] {
  const { parent } = element
  return parent && 'attribs' in parent ? [parent, ...ancestors(parent)] : []
}

/** What stands at a field that is at fault, as what describes it says it first. */
function saidOf(field: Element, page: readonly Element[]): string {
  const [id] = (field.attribs['aria-describedby'] ?? '').split(' ')
  return textOf(page.find(({ attribs }) => attribs['id'] === id))
}

const textOf = (element: Element | undefined): string => (element ? DomUtils.textContent(element) : '')

/** The summary has the focus, and leads to each field with the words that stand there (GOV.UK's error summary). */
function wrongInSummary(field: Element, said: string, page: readonly Element[]): string[] {
  const summary = page.find(({ attribs }) => 'autofocus' in attribs)
  const isSummary = summary?.attribs['role'] === 'alert' && summary.attribs['tabindex'] === '-1'
  if (!summary || !isSummary) return ['something else than the summary has the focus']
  const { id = '' } = field.attribs
  const links = DomUtils.getElementsByTagName('a', summary).filter(({ attribs }) => attribs['href'] === `#${id}`)
  const described = (field.attribs['aria-describedby'] ?? '').split(' ')
  const isMeant = (one: string) => page.filter(({ attribs }) => attribs['id'] === one).length === 1
  return [
    ...(said !== '' && links.some((link) => textOf(link) === said) ? [] : [`leads to no ${nameOf(field)} with “${said}”`]),
    ...(new Set(links.map(textOf)).size === links.length ? [] : [`says twice what is wrong with ${nameOf(field)}`]),
    ...[id, ...described].filter((one) => !isMeant(one)).map((one) => `has not one ${one}`),
  ]
}

/** A file or a password has to be given anew; all else stands as it was typed. */
function lostOf(form: Element, name: string, value: string | string[] | Blob): string[] {
  if (value instanceof Blob) return []
  const controls = controlsOf(form).filter(({ attribs }) => attribs['name'] === name)
  if (controls.some(({ attribs }) => attribs['type'] === 'password' || name === 'madeFrom')) return []
  const kept = new Set(controls.flatMap(valuesOf))
  return [value]
    .flat()
    .flatMap((one) => (kept.has(one.trim()) || controls.some(isNotOffered(one)) ? [] : [`lost ${name}, “${one.slice(0, 40)}”`]))
}

/** Whether somebody sent what the list does not offer: no page could show it. */
const isNotOffered =
  (value: string) =>
  (control: Element): boolean =>
    control.name === 'select' && !DomUtils.getElementsByTagName('option', control).some(({ attribs }) => attribs['value'] === value)

function valuesOf(control: Element): string[] {
  const { type = 'text', value = '' } = control.attribs
  if (control.name === 'textarea') return [textOf(control).replaceAll('\r\n', '\n').trim()]
  if (control.name === 'input') return /^(?:checkbox|radio)$/.test(type) && !('checked' in control.attribs) ? [] : [value.trim()]
  const options = DomUtils.getElementsByTagName('option', control)
  return options.filter(({ attribs }) => 'selected' in attribs).map(({ attribs }) => attribs['value'] ?? '')
}
