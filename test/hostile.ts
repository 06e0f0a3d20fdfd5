import { Parser } from 'htmlparser2'
import type { z } from 'zod'

/** What somebody who means harm writes wherever words are taken: it breaks out of text, attributes, comments, scripts and CDATA. */
export const hostile = `ferry"'></title></script></textarea>]]>--><script>alert(1)</script><img src=x onerror=alert(1)><!--<script>`

// The harmful first; where a schema refuses that, something that it takes.
const strings = [
  hostile,
  `/"'><script>alert(1)</script>`,
  `https://example.org/"'><script>alert(1)</script>`,
  'https://youtu.be/abcdefghijk',
  'https://example.org',
  '2026-05-05',
  'en',
]

const deepest = 14

type Def = {
  type: string
  shape?: { [name: string]: z.ZodType }
  innerType?: z.ZodType
  in?: z.ZodType
  out?: z.ZodType
  element?: z.ZodType
  valueType?: z.ZodType
  options?: z.ZodType[]
  values?: unknown[]
  entries?: { [name: string]: unknown }
}

const defOf = (schema: z.ZodType): Def => schema._zod.def

/**
 * A value that a schema takes, with hostile words in every string that may have them, and one of each kind in every list. What names
 * something else (ids) is undefined in it, or as `known` says by the name of its field.
 */
export function hostileValue(schema: z.ZodType, known: { [name: string]: unknown } = {}, depth = 0): unknown {
  const def = defOf(schema)
  const inside = (inner: z.ZodType | undefined) => (inner ? hostileValue(inner, known, depth + 1) : undefined)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .map(([name, inner]): [string, unknown] => [name, name in known ? known[name] : inside(inner)])
          .filter(([, value]) => value !== undefined),
      )
    case 'array':
      return listOf(def.element, (inner) => hostileValue(inner, known, depth + 1), depth)
    case 'record':
      return { en: inside(def.valueType) }
    case 'union':
      return inside(def.options?.[0])
    case 'pipe':
      return inside(def.in && defOf(def.in).type === 'unknown' ? def.out : def.in)
    case 'string':
      return strings.find((candidate) => schema.safeParse(candidate).success)
    case 'literal':
      return def.values?.[0]
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'number':
      return 1
    case 'boolean':
      return true
    case 'unknown':
    case 'transform':
      return undefined
    default:
      return inside(def.innerType)
  }
}

function listOf(element: z.ZodType | undefined, fill: (inner: z.ZodType) => unknown, depth: number): unknown[] {
  if (!element) return []
  const { type, options = [] } = defOf(element)
  const kinds = type === 'union' ? options : [element]
  // Lists hold lists: at some depth the first kind, which holds none, is enough.
  return (depth > deepest ? kinds.slice(0, 1) : kinds).map(fill).filter((value) => value !== undefined)
}

/** What would run, load or lead elsewhere in a page: nothing of it comes from us. */
export function harmIn(html: string): string[] {
  const harm: string[] = []
  let script: string | undefined
  const parser = new Parser({
    onopentag(name, attributes) {
      const said = `<${name} ${JSON.stringify(attributes).slice(0, 200)}>`
      const isData = /^(application\/(ld\+)?json|speculationrules)$/.test(attributes['type'] ?? '')
      if (name === 'script') script = isData ? '' : undefined
      if (name === 'script' && !isData && !isOurs(attributes['src'])) harm.push(said)
      if (['object', 'embed', 'applet'].includes(name) || (name === 'base' && attributes['href'] !== undefined)) harm.push(said)
      const { srcdoc, sandbox = 'allow-scripts' } = attributes
      // A page within a page is as harmless as what it says, and runs nothing.
      if (srcdoc !== undefined) harm.push(...harmIn(srcdoc), ...(/allow-scripts/.test(sandbox) ? [said] : []))
      else if (name === 'iframe' && !isOurs(attributes['src'])) harm.push(said)
      for (const [attribute, value] of Object.entries(attributes)) {
        const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href', 'poster'].includes(attribute)
        if (attribute.startsWith('on')) harm.push(said)
        if (isAddress && /^\s*(?:javascript|vbscript|data:text)/i.test(value)) harm.push(said)
        if (attribute === 'src' && value === 'x') harm.push(said)
      }
    },
    ontext(text) {
      if (script !== undefined) script += text
    },
    onclosetag(name) {
      if (name === 'script' && script?.includes('<')) harm.push(`data with markup: ${script.slice(0, 200)}`)
      if (name === 'script') script = undefined
    },
  })
  parser.write(html)
  parser.end()
  return harm
}

const isOurs = (address = ''): boolean => /^\/(?![/\\])/.test(address)
