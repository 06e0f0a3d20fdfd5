import { describe, expect, test } from 'vitest'

import { checkLinks } from './check-links.ts'
import type { PathState } from './check-links.ts'
import { checkLinkWords } from './check-link-words.ts'
import { linked, textOf } from './checks.fixture.ts'

describe('what links say', () => {
  test.each([
    ['en', 'The report is ', 'here'],
    ['en', 'To register, ', 'Click here!'],
    ['en', 'On the dam: ', 'Read more →'],
    ['fr', 'Pour s’inscrire, ', 'cliquez ici'],
    ['fr', 'Le barrage : ', 'En savoir plus…'],
    ['ru', 'Отчёт можно прочитать ', 'здесь'],
    ['ru', 'О плотине: ', 'Подробнее »'],
    ['tr', 'Kayıt için ', 'BURAYA TIKLAYIN'],
    ['ar', 'للتسجيل ', 'اضغط هنا'],
    ['es', 'El informe está ', 'aquí'],
    ['de', 'Der Bericht steht ', 'hier'],
    ['pt-BR', 'O relatório está ', 'aqui'],
    ['ka', 'ანგარიში არის ', 'აქ'],
  ])('in %s "%s%s" says nothing', (language, before, words) => {
    const [found, ...more] = checkLinkWords(textOf(language, { body: [linked(before, words, 'https://example.org/')] }))
    expect(more).toEqual([])
    expect(found).toMatchObject({ says: { code: 'link says nothing', words }, place: { exact: words, prefix: before } })
  })

  test.each([
    ['en', 'the report on the dam'],
    ['en', 'here in Galați'],
    ['fr', 'le rapport du barrage'],
    ['ru', 'отчёт о плотине'],
    ['tr', 'baraj raporu'],
    ['ar', 'تقرير السد'],
    ['en', 'example.org'],
    ['en', 'desk@example.org'],
  ])('in %s "%s" says something', (language, words) => {
    expect(checkLinkWords(textOf(language, { body: [linked('See ', words, 'https://example.org/')] }))).toEqual([])
  })

  test.each(['https://example.org/report?id=3', 'www.example.org/report', 'example.org/report'])('%s is an address', (words) => {
    const found = checkLinkWords(textOf('en', { body: [linked('See ', words, 'https://example.org/')] }))
    expect(found).toMatchObject([{ says: { code: 'link is an address' } }])
  })

  test('words that go on for pages are not pondered', () => {
    const began = performance.now()
    for (const words of [`a${'→'.repeat(100_000)}a`, `a${' '.repeat(100_000)}a`])
      expect(checkLinkWords(textOf('en', { body: [linked('See ', words, 'https://example.org/')] }))).toEqual([])
    expect(performance.now() - began).toBeLessThan(1000)
  })

  test('the second of two equal words is found where it is', () => {
    const body = [linked('He is here, the report is ', 'here', 'https://example.org/')]
    expect(checkLinkWords(textOf('en', { body }))).toMatchObject([{ place: { prefix: 'He is here, the report is ', suffix: '.' } }])
  })
})

describe('where links lead', () => {
  const states: Record<string, PathState> = {
    '/news/the-dam': 'public',
    '/news/tomorrow': 'later',
    '/news/regretted': 'gone',
    '/index.php?id=7': 'public',
  }
  const known = { origin: 'https://news.example.org', stateOf: (path: string) => states[path] ?? 'unknown' }
  const found = (href: string) =>
    checkLinks(textOf('en', { body: [linked('See ', 'the dam', href)] }), known).map(({ says, atMost }) => [says.code, atMost])

  test.each([
    '/news/the-dam',
    '/news/the-dam/',
    '/news/the-dam?from=letter#photo',
    'https://news.example.org/news/the-dam',
    'http://www.news.example.org/news/the-dam',
    '/index.php?id=7',
    'https://example.com/news/never',
    '/\t/example.com/news/never',
    'mailto:desk@example.org',
  ])('%s leads somewhere', (href) => {
    expect(found(href)).toEqual([])
  })

  test.each([
    ['/news/never', 'link leads nowhere', undefined],
    ['https://news.example.org/news/never', 'link leads nowhere', undefined],
    ['/news/regretted', 'link is withdrawn', undefined],
    ['/news/tomorrow', 'link is not public yet', 'warn'],
    ['/desk/editions/7', 'link leads to the desk', undefined],
  ])('%s: %s', (href, code, atMost) => {
    expect(found(href)).toEqual([[code, atMost]])
  })
})
