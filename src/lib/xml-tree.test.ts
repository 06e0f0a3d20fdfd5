import { expect, test } from 'vitest'

import { elementsIn, readXmlTree, textIn } from './xml-tree.ts'

test('elements have their namespaces, their words and their lines', () => {
  const root = readXmlTree(
    '\ufeff<a xmlns="urn:a" xmlns:b="urn:b">\r\n  <b:c d="1 &amp; 2&#10;">x &lt; <![CDATA[&amp; y]]>&#x41;</b:c>\n</a>\n',
    'a.xml',
  )
  const [inner] = elementsIn(root)
  expect(root).toMatchObject({ name: 'a', namespace: 'urn:a', line: 1 })
  expect(inner).toMatchObject({ name: 'c', namespace: 'urn:b', line: 2 })
  expect(inner?.attributes.get('d')).toBe('1 & 2\n')
  expect(inner && textIn(inner)).toBe('x < &amp; yA')
})

test.each([
  ['<a>&lol;</a>', 'line 1: &lol; is not known'],
  ['<a>\n<b>&amp</b></a>', 'line 2: &amp is not known'],
  ['<a>&#xD800;</a>', 'is not known'],
  ['<a>&#0;</a>', 'is not known'],
  ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'declares a document type at line 1'],
  ['<a><b></a>', 'is broken XML at line 1'],
  ['<a></a></b>', 'closes nothing that is open'],
  ['<a/><b/>', 'two root elements'],
  ['<a/>words', 'outside the root element'],
  ['<a b=c/>', 'has no quotes'],
  ['<a:b/>', 'the prefix of <a:b> is not declared'],
  ['', 'it has no element'],
  ['<a>'.repeat(65), 'more elements, or deeper ones'],
  [' '.repeat(20 * 2 ** 20 + 1), 'larger than 20 MB'],
])('what is no plain XML is refused, case %#', (text, reason) => {
  expect(() => readXmlTree(text, 'a.xml')).toThrow(reason)
})
