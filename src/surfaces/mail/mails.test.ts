import { describe, expect, test } from 'vitest'

import type { Notice } from '#newsroom/notices/find-notices.ts'
import type { News } from '#newsroom/notices/news.ts'
import { noticeKinds } from '#newsroom/notices/notify.ts'

import { letters } from './letters.ts'
import { newsMail } from './news-mail.ts'

const origin = 'https://ferry.example'
const edition = '01900000-0000-7000-8000-000000000001'
const notice = (over: Partial<Notice> = {}): Notice => ({
  id: '01900000-0000-7000-8000-000000000002',
  edition,
  headline: 'The ferry sails again',
  kind: 'sent back',
  by: 'Edit Nagy',
  words: 'Say which river.',
  at: new Date('2026-05-05T09:00:00Z'),
  ...over,
})
const news = (over: Partial<News> = {}): News => ({
  to: 'ana@ferry.example',
  language: null,
  isDigest: false,
  notices: [notice()],
  newsroom: { name: { en: 'The Ferry Office', fr: 'Le Bureau du bac' }, timeZone: 'Europe/Chisinau' },
  ...over,
})
const mailOf = (over: Partial<News> = {}) => newsMail(news(over), origin)
const linksIn = (text: string) => text.match(/https?:\/\/\S+/g) ?? []

describe('the news', () => {
  test('of one thing say who, what, which story and where', () => {
    expect(mailOf()).toEqual({
      to: 'ana@ferry.example',
      subject: 'Edit Nagy sent a story back to you: The ferry sails again',
      text: `Edit Nagy sent a story back to you.
  The ferry sails again
  > Say which river.

Open it at the desk:
https://ferry.example/desk/editions/${edition}

-- 
The Ferry Office
You get a mail when something waits for you. To get one a day, or none, open
“Your account” at the desk.
`,
    })
  })

  test('of several things tell each with its moment in the newsroom’s zone, and lead to the one story or to the overview', () => {
    const two = mailOf({ notices: [notice(), notice({ kind: 'commented', by: 'Olga', words: 'Which one?' })] })
    expect(two.subject).toBe('The Ferry Office: 2 things are new for you')
    expect(two.text).toContain('Olga commented on a story (5 May at 12:00)')
    expect(linksIn(two.text)).toEqual([`https://ferry.example/desk/editions/${edition}`])
    const others = mailOf({ notices: [notice(), notice({ edition: null })] })
    expect(linksIn(others.text)).toEqual(['https://ferry.example/desk'])
  })

  test('are not told twice where the words are the headline', () => {
    expect(
      mailOf({ notices: [notice({ kind: 'cleared', words: 'The ferry sails again' })] }).text.match(/The ferry sails again/g),
    ).toHaveLength(1)
  })

  test('of a day are a digest, whether of one thing or of hundreds', () => {
    expect(mailOf({ isDigest: true })).toMatchObject({ subject: 'Your day at The Ferry Office: 1 thing is new' })
    const many = mailOf({ isDigest: true, notices: Array.from({ length: 300 }, () => notice()) })
    expect(many.subject).toBe('Your day at The Ferry Office: 300 things are new')
    expect(many.text).toContain('And 250 more at the desk.')
  })

  test.each(noticeKinds)('speak French of “%s” to whoever reads French', (kind) => {
    const [english, french] = [mailOf({ notices: [notice({ kind })] }), mailOf({ language: 'fr-CA', notices: [notice({ kind })] })]
    expect(french.subject).not.toBe(english.subject)
    expect(french.text).toContain('Le Bureau du bac')
  })

  test('are in English for whoever reads what we do not speak', () => {
    for (const language of ['ka', 'toString', '']) expect(mailOf({ language })).toEqual(mailOf())
  })

  test('stay in their place whatever a name, a headline or a comment says', () => {
    const evil = 'Ana\r\nBcc: eve@evil.example\r\n\r\n-- \u202enoitatim'
    const mail = mailOf({ notices: [notice({ by: evil, headline: evil, words: `${evil}\n\nhttps://evil.example/` })] })
    expect(mail.subject).not.toMatch(/[\r\n\u202e]/)
    const lines = mail.text.split('\n')
    expect(lines.filter((line) => line.startsWith('Bcc:') || line.startsWith('https://evil'))).toEqual([])
    expect(lines.filter((line) => line === '-- ')).toHaveLength(1)
  })

  test.each(['word '.repeat(80), 'x'.repeat(300), '渡し船がまた出る'.repeat(40), 'العبّارة '.repeat(60)])(
    'keep their lines short: %#',
    (words) => {
      const mail = mailOf({ notices: [notice({ by: words, headline: `${words}!`, words })] })
      const lengths = mail.text.split('\n').map((line) => [...new Intl.Segmenter().segment(line)].length)
      expect(Math.max(...lengths.filter((_, index) => !mail.text.split('\n')[index]?.startsWith('http')))).toBeLessThan(78)
      expect(mail.text.replace(/[\s>]/g, '')).toContain(words.replace(/\s/g, ''))
    },
  )
})

describe('a letter', () => {
  const letter = {
    to: 'ana@ferry.example',
    newsroom: 'The Ferry Office',
    url: `${origin}/desk/sign-in?token=${'a'.repeat(120)}`,
    language: null,
  }

  test('with a link to sign in carries the link whole, and nothing else to open', () => {
    const mail = letters.signInLink(letter)
    expect(mail).toMatchObject({ to: 'ana@ferry.example', subject: 'Your link to sign in at The Ferry Office' })
    expect(linksIn(mail.text)).toEqual([letter.url])
    expect(letters.signInLink({ ...letter, language: 'fr' }).subject).toBe('Votre lien de connexion à The Ferry Office')
  })

  test('of invitation says who invites, to what and as what', () => {
    const mail = letters.invitation({ ...letter, by: 'Edit\nBcc: eve@evil.example', role: 'chief editor' })
    expect(mail.subject).toBe('Edit Bcc: eve@evil.example invites you to The Ferry Office')
    expect(mail.text).toContain('You will be a chief editor')
    expect(linksIn(mail.text)).toEqual([letter.url])
  })
})
