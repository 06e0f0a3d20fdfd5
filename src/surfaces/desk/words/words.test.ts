import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { registers } from '#newsroom/registers/registers.ts'
import { mailWordsIn } from '#surfaces/mail/words/mail-words-in.ts'
import { readFailures } from '#test/failures.ts'

import { en } from './en.ts'
import { fr } from './fr.ts'
import { deskLanguageOf, deskLanguages, deskWordsIn } from './words.ts'

type Leaf = string | ((...said: number[]) => string)

const english = leavesOf(en)
const french = leavesOf(fr)
const others = deskLanguages.filter((language) => language !== en.language)

test('the desk speaks the languages that a member can choose, English where it does not know one', () => {
  expect(deskLanguages).toEqual(['en', 'fr'])
  expect(deskWordsIn('fr-CH')).toBe(fr)
  for (const unknown of ['ru', 'constructor', '__proto__', '', null, undefined]) expect(deskWordsIn(unknown)).toBe(en)
  expect(deskLanguageOf('ru, fr-BE;q=0.8, en;q=0.5')).toBe('fr')
  expect(deskLanguageOf('fr;q=0, en;q=0.1')).toBe('en')
  for (const odd of [undefined, '', 'constructor', '__proto__, toString', '*;q=x']) expect(deskLanguageOf(odd)).toBe('en')
})

test.each(others)('what the desk says in English it says in %s, with the same braces', (language) => {
  const words = leavesOf(deskWordsIn(language))
  expect([...words.keys()].filter((path) => !path.startsWith('failures.codes.'))).toEqual([...english.keys()])
  for (const [path, said] of english)
    if (typeof said === 'string') expect([path, bracesIn(words.get(path))]).toEqual([path, bracesIn(said)])
})

test.each(others)('sentences in %s name everything that is named to them', (language) => {
  const words = leavesOf(deskWordsIn(language))
  for (const [path, said] of english) {
    const other = words.get(path)
    if (typeof said === 'string' || typeof other !== 'function') continue
    expect([path, other.length]).toEqual([path, said.length])
    const named = [101, 102, 103, 104].slice(0, said.length)
    for (const value of named) expect([path, other(...named)]).toEqual([path, expect.stringContaining(String(value))])
  }
})

test.each(others)('who has the desk in %s has mails in it, and none says a word in English', (language) => {
  expect(mailWordsIn(language).language).toBe(language)
  const [ours, theirs] = [mailWordsIn('en').words, mailWordsIn(language).words].map((words) => leavesOf(words))
  expect([...(theirs?.keys() ?? [])].toSorted()).toEqual([...(ours?.keys() ?? [])].toSorted())
  for (const [path, said] of theirs ?? []) if (typeof said === 'string') expect([path, said]).not.toEqual([path, ours?.get(path)])
})

test('one and nought are in the singular in French', () => {
  const counted = [...english].flatMap(([path, said]) => {
    const other = french.get(path)
    if (typeof said === 'string' || typeof other !== 'function' || said.length !== 1) return []
    return said(1).replaceAll(/\b1\b/g, '2') === said(2) ? [] : [{ path, none: other(0).replaceAll(/\b0\b/g, '1'), one: other(1) }]
  })
  expect(counted.map(({ path, none }) => [path, none])).toEqual(counted.map(({ path, one }) => [path, one]))
})

// Words that are the same in both languages.
const alike: readonly string[] = [
  'Article', 'Code', 'Contact', 'Date', 'Description', 'Document', 'Image', 'Latitude', 'Longitude', 'Logo', 'Menu', 'Navigation',
  'Note', 'Organisations', 'Organisation', 'organisation', 'Position', 'Source', 'I', '●', '○', '✕', '{headline}, {at}',
  '{label} ({keys})', 'Secret', 'H2', 'section',
] // prettier-ignore

test('nothing is left in English, empty, or against the rules of French typography', () => {
  for (const [path, said] of french) {
    const sentence = typeof said === 'string' ? said : said(101, 102, 103, 104)
    expect([path, sentence.trim()]).not.toEqual([path, ''])
    if (typeof said === 'string' && said === english.get(path)) expect([path, alike.includes(said)]).toEqual([path, true])
    const faults = [/\b(?:the|and|of|is|are|you|your|this|with)\b/iu, /['"]/u, /\.\.\./u, / [;!?»:]/u, /« /u].filter((wrong) =>
      wrong.test(sentence),
    )
    expect([path, sentence, faults]).toEqual([path, sentence, []])
    const tight = [/[^\s\u202f][;!?»](?=[\s\u202f]|$)/u, /«(?!\u202f)/u, /[^\u00a0]:(?=\s|$)/u].filter((wrong) => wrong.test(sentence))
    expect([path, sentence, tight]).toEqual([path, sentence, []])
  }
})

// Codes of which nobody hears at the desk: imports and their batches, founding, what programs send.
const elsewhere: readonly string[] = [
  'bad-newsroom', 'bad-secret', 'batch-edited', 'idempotency-key-reused', 'no-such-batch', 'source-binary', 'source-empty', 'undone-already',
] // prettier-ignore

test.each(others)('every failure that can be met at the desk is told in %s, with values that it has', async (language) => {
  const { codes } = deskWordsIn(language).failures
  const folders = ['newsroom', 'surfaces/desk', 'lib', 'platform/sign-in', 'platform/mail', 'platform/machine-translation']
  const kinds = [...Object.values(registers).map(({ kind }) => kind), 'city', 'content', 'house-rules', 'settings', 'visibility-rule']
  const entries = kinds.map((kind) => ({ file: 'refused-input.ts', code: `bad-${kind}`, values: ['field'] }))
  const throttle = { file: 'throttle.ts', code: 'too-many-tries', values: ['minutes'] }
  const failures = [...(await readFailures(folders)), ...entries, throttle]
  const met = new Set(failures.map(({ code }) => code).filter((code) => !elsewhere.includes(code)))
  expect(Object.keys(codes).toSorted()).toEqual([...met].toSorted())
  for (const { file, code, values } of failures)
    for (const name of bracesIn(codes[code])) expect([file, code, values]).toEqual([file, code, expect.arrayContaining([name])])
})

// What is looked up by a value that has a name of its own: a state, an act, a code.
const lookedUp = new Set([
  'about', 'acts', 'addRow', 'also', 'answers', 'choices', 'codes', 'details', 'faces', 'faults', 'fields', 'found', 'hows', 'keyMeanings', 'kinds', 'left',
  'levels', 'mailWishes', 'means', 'missing', 'names', 'notices', 'one', 'orders', 'outcomes', 'parts', 'placeNames', 'reasons', 'roleHelp', 'roles', 'schemes',
  'scope', 'stateMeanings', 'states', 'statuses', 'surfaces', 'uses', 'verdicts', 'ways', 'why', 'widths', 'within', 'withs', 'columns',
]) // prettier-ignore

test('every word of the desk is said somewhere', async () => {
  const desk = join(import.meta.dirname, '..')
  const files = (await readdir(desk, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/^words\/(?:en|fr)\.ts$|\.test\./.test(name),
  )
  const sources = (await Promise.all(files.map((name) => readFile(join(desk, name), 'utf8')))).join('\n')
  const named = new Set(sources.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu))
  const unsaid = [...english.keys()].filter((path) => {
    const steps = path.split('.')
    return !steps.slice(0, -1).some((step) => lookedUp.has(step)) && steps.some((step) => !named.has(step))
  })
  expect(unsaid).toEqual([])
})

function leavesOf(words: object, path = ''): Map<string, Leaf> {
  const leaves = Object.entries(words).flatMap(([name, said]: [string, Leaf | object]): [string, Leaf][] => {
    if (isLeaf(said)) return [[`${path}${name}`, said]]
    return [...leavesOf(said, `${path}${name}.`)]
  })
  return new Map(leaves)
}

function isLeaf(said: Leaf | object): said is Leaf {
  return typeof said === 'string' || typeof said === 'function'
}

function bracesIn(said: Leaf | undefined): string[] {
  return typeof said === 'string' ? [...said.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted() : []
}
