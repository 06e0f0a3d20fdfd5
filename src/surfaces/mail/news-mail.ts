import type { Notice } from '#newsroom/notices/find-notices.ts'
import type { News } from '#newsroom/notices/news.ts'
import type { Mail } from '#platform/mail/mailer.ts'
import { desk, link } from '#src/routes.ts'
import { spoken } from '#surfaces/ui/day.ts'
import { named } from '#surfaces/ui/in-words.ts'

import { oneLine } from './one-line.ts'
import type { MailWords } from './words/en.ts'
import { mailWordsIn } from './words/mail-words-in.ts'
import { wrapText } from './wrap-text.ts'

const mostTold = 50

/** What is new for a member, with one link to it. */
export function newsMail(news: News, origin: string): Mail {
  const { words, language } = mailWordsIn(news.language)
  const newsroom = oneLine(named(news.newsroom.name, language), 100)
  const { notices } = news
  const [first] = notices
  const isOne = notices.length === 1 && first !== undefined && !news.isDigest
  const title = isOne ? words.kinds[first.kind](nameOf(first)) : words.severalNew(notices.length)
  const told = notices
    .slice(0, mostTold)
    .map((notice) => noticeText(notice, words, isOne ? undefined : momentsIn(language, news.newsroom.timeZone)))
  const only = onlyEdition(notices)
  return {
    to: news.to,
    subject: isOne
      ? words.about(title, headlineOf(first, words))
      : news.isDigest
        ? words.digest(notices.length, newsroom)
        : words.about(newsroom, words.severalNew(notices.length)),
    text: [
      ...told,
      ...(notices.length > mostTold ? [wrapText(words.more(notices.length - mostTold))] : []),
      `${only ? words.openStory : words.openDesk}\n${origin}${only ? link(desk.edition, { edition: only }) : desk.home}`,
      `-- \n${wrapText(newsroom)}\n${wrapText(news.isDigest ? words.whyDaily : words.whyAtOnce)}\n`,
    ].join('\n\n'),
  }
}

/** Who did what, to which story, and what they said. */
function noticeText(notice: Notice, words: MailWords, inWords: ((at: Date) => string) | undefined): string {
  const what = words.kinds[notice.kind](nameOf(notice))
  const headline = headlineOf(notice, words)
  const said = notice.words.trim() === notice.headline.trim() ? '' : notice.words.trim()
  return [
    wrapText(inWords ? `${what} (${inWords(notice.at)})` : `${what}.`),
    wrapText(headline, '  '),
    ...(said ? [wrapText(said.replace(/\r\n?/g, '\n').replace(/\n{3,}/g, '\n\n'), '  > ')] : []),
  ].join('\n')
}

const nameOf = (notice: Notice): string => oneLine(notice.by, 100)
const headlineOf = (notice: Notice, words: MailWords): string => oneLine(notice.headline) || words.untitled

/** The edition that all of it is about. */
function onlyEdition(notices: Notice[]): string | undefined {
  const editions = new Set(notices.map(({ edition }) => edition))
  const [only] = editions
  return editions.size === 1 ? (only ?? undefined) : undefined
}

function momentsIn(language: string, timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  return (at) => spoken(format.formatToParts(at), language)
}
