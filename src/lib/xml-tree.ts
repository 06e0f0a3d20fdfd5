import { ClosingParser } from './closing-parser.ts'
import { Failure } from './failure.ts'

/** An element with its namespace; `line` is that of its start tag. Attributes are by their name as written, `xml:lang` and the like included. */
export type XmlElement = {
  name: string
  namespace: string
  attributes: ReadonlyMap<string, string>
  children: (XmlElement | string)[]
  line: number
}

const mostCharacters = 20 * 2 ** 20
const mostElements = 500_000
const deepest = 64

/**
 * Reads a whole XML document that a stranger may have made. Document types and entities of one's own are refused, so nothing is fetched and nothing
 * expands; at most 20 MB, 500,000 elements and 64 levels. Throws Failure `broken-xml` or `unsafe-xml` with the line.
 */
export function readXmlTree(said: string, what: string): XmlElement {
  if (said.length > mostCharacters) throw new Failure('invalid', 'xml-too-large', `${what} is larger than 20 MB and was not read.`)
  const text = said.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const lineOf = lineFinder(text)
  const open: Growing[] = []
  let root: XmlElement | undefined
  let elements = 0
  let isPlain = false
  const broken = (why: string): never => {
    const line = lineOf(parser.startIndex)
    throw new Failure('invalid', 'broken-xml', `${what} is broken XML at line ${line}: ${why}.`, { values: { line } })
  }
  const decode = (raw: string): string =>
    raw.replace(/&([^;\s&<]*);?/g, (all, name: string) => characterOf(all, name) ?? broken(`${all} is not known here`))
  const parser = new ClosingParser(
    {
      onopentag(name, attributes) {
        elements += 1
        if (elements > mostElements || open.length >= deepest) broken('it has more elements, or deeper ones, than this reads')
        if (open.length === 0 && root) broken('there are two root elements')
        const element = elementOf(name, decoded(attributes, decode), open.at(-1)?.scope, lineOf(parser.startIndex))
        if (!element) return broken(`the prefix of <${name}> is not declared`)
        open.at(-1)?.element.children.push(element.element)
        root ??= element.element
        open.push(element)
      },
      onattribute(name, _value, quote) {
        if (!quote) broken(`the attribute ${name} has no quotes`)
      },
      onclosetag(name, isImplied) {
        if (isImplied) broken(`<${name}> is never closed`)
        open.pop()
      },
      ontext(raw) {
        const into = open.at(-1)?.element.children
        const words = isPlain ? raw : decode(raw)
        if (into) addText(into, words)
        else if (/\S/.test(words)) broken('there is text outside the root element')
      },
      oncdatastart: () => void (isPlain = true),
      oncdataend: () => void (isPlain = false),
      onprocessinginstruction(name) {
        if (name.startsWith('!'))
          throw new Failure(
            'invalid',
            'unsafe-xml',
            `${what} declares a document type at line ${lineOf(parser.startIndex)}; take it out and send it again.`,
            { values: { line: lineOf(parser.startIndex) } },
          )
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  parser.onstray = () => broken('an end tag closes nothing that is open')
  parser.write(text)
  if (open.length > 0) broken(`it ends inside <${open.at(-1)?.element.name ?? ''}>`)
  parser.end()
  return root ?? broken('it has no element')
}

export const elementsIn = (element: XmlElement): XmlElement[] => element.children.filter((child) => typeof child !== 'string')

/** The text of an element and of everything in it. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')

type Scope = ReadonlyMap<string, string>
type Growing = { element: XmlElement; scope: Scope }

function elementOf(
  qualified: string,
  attributes: ReadonlyMap<string, string>,
  outer: Scope = new Map(),
  line: number,
): Growing | undefined {
  const declared = [...attributes].flatMap(([name, value]) => {
    const prefix = name === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(name)?.[1]
    return prefix === undefined ? [] : [[prefix, value] as const]
  })
  const scope = declared.length > 0 ? new Map([...outer, ...declared]) : outer
  const [name = '', prefix = ''] = qualified.split(':').toReversed()
  const namespace = scope.get(prefix) ?? (prefix === '' ? '' : undefined)
  return namespace === undefined ? undefined : { element: { name, namespace, attributes, children: [], line }, scope }
}

const decoded = (attributes: Record<string, string>, decode: (raw: string) => string): ReadonlyMap<string, string> =>
  new Map(Object.entries(attributes).map(([name, value]) => [name, decode(value.replace(/[\n\t]/g, ' '))]))

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function characterOf(reference: string, name: string): string | undefined {
  if (!reference.endsWith(';')) return undefined
  const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
  if (!code) return Object.hasOwn(named, name) ? named[name] : undefined
  const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2])
  const isCharacter = point > 0 && point <= 0x10_ffff && !(point >= 0xd800 && point <= 0xdfff)
  return isCharacter ? String.fromCodePoint(point) : undefined
}

function addText(into: (XmlElement | string)[], words: string): void {
  const last = into.at(-1)
  if (typeof last === 'string') into[into.length - 1] = last + words
  else into.push(words)
}

/** Finds the line of a place; places are asked for in order. */
function lineFinder(text: string): (index: number) => number {
  let [line, at] = [1, 0]
  return (index) => {
    for (; at < index; at += 1) if (text.charCodeAt(at) === 10) line += 1
    return line
  }
}
