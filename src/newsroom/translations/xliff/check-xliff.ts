import type { XmlElement } from '#lib/xml-tree.ts'
import { elementsIn } from '#lib/xml-tree.ts'

import { coreNamespace } from './write-xliff.ts'

export type XliffFault = { line: number; wrong: string }

type Rule = (element: XmlElement) => string | undefined

/**
 * What the core of XLIFF 2.1 (OASIS standard, 2018) does not allow in a document, in the order of its lines: names and places of elements, ids that
 * have to be there and be unique, references that have to lead somewhere, states. Elements of other namespaces are modules and are passed over.
 */
export function checkXliff(root: XmlElement): XliffFault[] {
  if (root.name !== 'xliff' || root.namespace !== coreNamespace)
    return [
      {
        line: root.line,
        wrong: `this is no XLIFF 2 document: its root is <${root.name}> of the namespace "${root.namespace.slice(0, 100)}"`,
      },
    ]
  return [...faultsIn(root, 'document')].toSorted((a, b) => a.line - b.line)
}

const inline = ['cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em']

/** What may stand in an element. */
const children: Readonly<Record<string, readonly string[]>> = {
  document: ['xliff'],
  xliff: ['file'],
  file: ['skeleton', 'notes', 'unit', 'group'],
  group: ['notes', 'unit', 'group'],
  unit: ['notes', 'originalData', 'segment', 'ignorable'],
  notes: ['note'],
  originalData: ['data'],
  segment: ['source', 'target'],
  ignorable: ['source', 'target'],
  source: inline,
  target: inline,
  pc: inline,
  mrk: inline,
  data: ['cp'],
}
const needed: Readonly<Record<string, readonly string[]>> = {
  xliff: ['version', 'srcLang'],
  file: ['id'],
  group: ['id'],
  unit: ['id'],
  data: ['id'],
  ph: ['id'],
  pc: ['id'],
  mrk: ['id'],
  sm: ['id'],
  em: ['startRef'],
  cp: ['hex'],
}

function* faultsIn(element: XmlElement, parent: string): Generator<XliffFault> {
  const { name, line } = element
  if (!(children[parent] ?? []).includes(name)) yield { line, wrong: `<${name}> may not stand in <${parent}>` }
  const absent = needed[name]?.find((attribute) => !element.attributes.get(attribute))
  if (absent) yield { line, wrong: `<${name}> has no ${absent}` }
  const wrong = rules[name]?.(element)
  if (wrong) yield { line, wrong }
  for (const child of core(element)) yield* faultsIn(child, name)
}

const rules: Readonly<Record<string, Rule>> = {
  xliff: (element) =>
    versionFault(element) ?? languageFault(element) ?? (has(element, 'file') ? doubled(core(element)) : '<xliff> has no <file>'),
  file: (element) =>
    (has(element, 'unit') || has(element, 'group')
      ? (doubled(within(element, 'unit')) ?? doubled(within(element, 'group')))
      : '<file> has no <unit>') ?? flowFault(element),
  unit: (element) => (has(element, 'segment') ? unitFault(element) : '<unit> has no <segment>'),
  segment: (element) => textsFault(element) ?? stateFault(element),
  ignorable: textsFault,
  cp: ({ attributes }) =>
    /^[0-9a-fA-F]{1,6}$/.test(attributes.get('hex') ?? '') && Number.parseInt(attributes.get('hex') ?? '', 16) <= 0x10_ffff
      ? undefined
      : '<cp> has no hexadecimal number of a character',
  ph: subTypeFault,
  pc: subTypeFault,
}

function versionFault({ attributes }: XmlElement): string | undefined {
  const version = attributes.get('version') ?? ''
  return /^2\.[0-2]$/.test(version) ? undefined : `this is XLIFF ${version.slice(0, 20)}; send version 2.0 or 2.1`
}

function languageFault(root: XmlElement): string | undefined {
  const isTag = (name: string) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(root.attributes.get(name) ?? '')
  if (!isTag('srcLang')) return 'srcLang is no language tag'
  const asksTarget = root.attributes.has('trgLang') || within(root, 'target').length > 0
  return asksTarget && !isTag('trgLang') ? 'trgLang is no language tag, and there are targets' : undefined
}

function textsFault(element: XmlElement): string | undefined {
  const texts = core(element).map(({ name }) => name)
  if (texts[0] !== 'source') return `<${element.name}> does not begin with its <source>`
  return texts.length > 2 || texts[1] === 'source' ? `<${element.name}> has more than one <source> and one <target>` : undefined
}

function stateFault({ attributes }: XmlElement): string | undefined {
  const state = attributes.get('state') ?? 'initial'
  if (!['initial', 'translated', 'reviewed', 'final'].includes(state)) return `"${state.slice(0, 40)}" is no state of a segment`
  const subState = attributes.get('subState')
  if (subState === undefined) return undefined
  if (!attributes.has('state')) return 'a subState stands without a state'
  return /^[^:]+:.+$/.test(subState) ? undefined : 'a subState needs a prefix and a colon'
}

function subTypeFault({ name, attributes }: XmlElement): string | undefined {
  const type = attributes.get('type')
  if (type !== undefined && !['fmt', 'ui', 'quote', 'link', 'image', 'other'].includes(type))
    return `"${type.slice(0, 40)}" is no type of <${name}>`
  return attributes.has('subType') && type === undefined ? `a subType of <${name}> stands without a type` : undefined
}

function unitFault(unit: XmlElement): string | undefined {
  const data = new Set(within(unit, 'data').map(({ attributes }) => attributes.get('id')))
  const codes = [...within(unit, 'ph'), ...within(unit, 'pc')]
  const lost = codes
    .flatMap(({ attributes }) => ['dataRef', 'dataRefStart', 'dataRefEnd'].flatMap((name) => attributes.get(name) ?? []))
    .find((id) => !data.has(id))
  if (lost !== undefined) return `a code refers to the data "${lost.slice(0, 40)}", which is not there`
  const texts = core(unit).filter(({ name }) => name === 'segment' || name === 'ignorable')
  const ids = (text: 'source' | 'target') =>
    texts.flatMap((segment) =>
      core(segment)
        .filter(({ name }) => name === text)
        .flatMap((side) => inline.flatMap((name) => within(side, name))),
    )
  return doubled(texts) ?? doubled(ids('source')) ?? doubled(ids('target'))
}

function flowFault(file: XmlElement): string | undefined {
  const units = new Set(within(file, 'unit').map(({ attributes }) => attributes.get('id')))
  const flows = within(file, 'ph').flatMap(({ attributes }) => attributes.get('subFlows')?.split(' ') ?? [])
  const lost = flows.find((id) => !units.has(id))
  return lost === undefined ? undefined : `a code refers to the unit "${lost.slice(0, 40)}", which is not there`
}

function doubled(elements: XmlElement[]): string | undefined {
  const seen = new Set<string>()
  for (const { name, attributes, line } of elements) {
    const id = attributes.get('id')
    if (id === undefined) continue
    if (seen.has(id)) return `the id "${id.slice(0, 40)}" of <${name}> at line ${line} is there twice`
    if (!/^[\p{L}\p{M}\p{N}._:-]+$/u.test(id)) return `"${id.slice(0, 40)}" at line ${line} is no id`
    seen.add(id)
  }
  return undefined
}

const core = (element: XmlElement): XmlElement[] => elementsIn(element).filter(({ namespace }) => namespace === coreNamespace)
const has = (element: XmlElement, name: string): boolean => core(element).some((child) => child.name === name)

/** Every element of a name within another, however deep. */
export function within(element: XmlElement, name: string): XmlElement[] {
  return core(element).flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)])
}
