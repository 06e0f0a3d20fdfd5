import { isUuid } from '#lib/is-uuid.ts'
import { Failure } from '#lib/failure.ts'
import type { XmlElement } from '#lib/xml-tree.ts'
import { elementsIn, readXmlTree, textIn } from '#lib/xml-tree.ts'

import { checkXliff, within } from './check-xliff.ts'
import { metadataNamespace } from './write-xliff.ts'

/** A unit as a translator sends it back; what stands in it is not judged yet. */
export type ReturnedUnit = {
  id: number
  source: XmlElement
  target: XmlElement | null
  state: string
  subState: string
  mark: string
  line: number
}
export type ReturnedFile = {
  edition: string
  source: string
  sourceRevision: number
  sourceHash: string
  line: number
  units: ReturnedUnit[]
}
export type ReturnedXliff = { sourceLanguage: string; targetLanguage: string; files: ReturnedFile[] }

const mostFiles = 200

/** Reads an XLIFF document that was made here; a Failure says at which line it is none, or none of ours. */
export function readXliff(text: string, what: string): ReturnedXliff {
  const root = readXmlTree(text, what)
  const refuse = (line: number, wrong: string): never => {
    throw new Failure('invalid', 'bad-xliff', `${what} was not taken in. Line ${line}: ${wrong}.`, { values: { line } })
  }
  const [fault] = checkXliff(root)
  if (fault) refuse(fault.line, fault.wrong)
  const files = within(root, 'file')
  if (files.length > mostFiles) refuse(root.line, `it has more than ${mostFiles} files`)
  return {
    sourceLanguage: root.attributes.get('srcLang') ?? '',
    targetLanguage: root.attributes.get('trgLang') ?? '',
    files: files.map((file) => fileOf(file, refuse)),
  }
}

function fileOf(file: XmlElement, refuse: (line: number, wrong: string) => never): ReturnedFile {
  const said = metadataOf(file)
  const [edition = '', source = '', sourceHash = ''] = [said.get('edition'), said.get('source'), said.get('sourceHash')]
  const sourceRevision = Number(said.get('sourceRevision'))
  if (!isUuid(edition) || !isUuid(source) || !Number.isSafeInteger(sourceRevision) || sourceRevision < 1 || sourceRevision >= 2 ** 31)
    refuse(file.line, 'the metadata of Dateline are missing from this <file>, so it is not known which story it is')
  const units = within(file, 'unit').map((unit) => unitOf(unit, refuse))
  return { edition, source, sourceRevision, sourceHash, line: file.line, units }
}

function unitOf(unit: XmlElement, refuse: (line: number, wrong: string) => never): ReturnedUnit {
  const id = /^p([1-9]\d{0,8})$/.exec(unit.attributes.get('id') ?? '')?.[1]
  const [segment, ...more] = [...within(unit, 'segment'), ...within(unit, 'ignorable')]
  const [source, target = null] = segment ? [...within(segment, 'source'), ...within(segment, 'target')] : []
  if (id === undefined) return refuse(unit.line, `the unit "${unit.attributes.get('id')?.slice(0, 40) ?? ''}" is not in what we sent`)
  if (more.length > 0 || !segment || !source) return refuse(unit.line, 'this unit was cut into several segments; join them again')
  const { attributes } = segment
  return {
    id: Number(id),
    source,
    target,
    state: attributes.get('state') ?? 'initial',
    subState: attributes.get('subState') ?? '',
    mark: metadataOf(unit).get('mark') ?? '',
    line: (target ?? source).line,
  }
}

function metadataOf(element: XmlElement): ReadonlyMap<string, string> {
  const own = elementsIn(element).filter(({ namespace, name }) => namespace === metadataNamespace && name === 'metadata')
  const groups = own.flatMap(elementsIn).filter(({ attributes }) => attributes.get('category') === 'dateline')
  return new Map(groups.flatMap(elementsIn).map((meta) => [meta.attributes.get('type') ?? '', textIn(meta)]))
}
