import { createInterface } from 'node:readline/promises'
import { Readable } from 'node:stream'

import { Command } from 'commander'
import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { foundNewsroom } from '#newsroom/settings/found-newsroom.ts'
import type { Config } from '#platform/config/config.ts'
import { readConfig } from '#platform/config/config.ts'
import { openLog } from '#platform/log.ts'
import { openMailer } from '#platform/mail/open-mailer.ts'
import { Schedule } from '#platform/schedule/schedule.ts'
import { trimMemory } from '#platform/trim-memory.ts'
import { openApp } from '#src/app.ts'
import { mailFolderOf, openDeskParts } from '#src/desk-parts.ts'
import { recurringJobs } from '#src/schedule.ts'

import { announce } from './announce.ts'
import { loadDemo } from './demo/load-demo.ts'
import { openNewsroom } from './open-newsroom.ts'
import { originOf } from './origin-of.ts'
import type { Terminal } from './terminal.ts'

type Options = { port?: string; host?: string; demo?: true; name?: string; email?: string }

export function startCommand(terminal: Terminal): Command {
  return new Command('start')
    .description('Serve the site; on an empty data folder, found a newsroom first')
    .option('--port <number>', 'the port to listen on (PORT, 3000)')
    .option('--host <host>', 'the address to listen on (HOST, localhost)')
    .option('--demo', 'fill an empty data folder with the demo newsroom')
    .option('--name <name>', 'the name of a new newsroom, instead of asking')
    .option('--email <email>', "its first administrator's e-mail, instead of asking")
    .action(async (options: Options) => start(terminal, options))
}

async function start(terminal: Terminal, options: Options): Promise<void> {
  const env = { ...terminal.env, ...(options.port && { PORT: options.port }), ...(options.host && { HOST: options.host }) }
  const config = readConfig(env)
  const newsroom = await openNewsroom(config, 'server')
  await using _archive = newsroom.db
  if (!(await isFounded(newsroom))) await found(terminal, newsroom, options)
  const origin = originOf(config)
  const log = openLog((line) => terminal.stderr.write(line), 'warn')
  const mailFolder = mailFolderOf(config)
  await using mailer = openMailer({ smtpUrl: config.smtpUrl, folder: mailFolder, from: mailFromOf(config, origin), clock: newsroom.clock })
  const parts = await openDeskParts({ newsroom, config, origin, mailer, log })
  await using app = await openApp({ newsroom, origin, log, desk: parts })
  await using server = await app.listen({ host: config.host, port: config.port })
  const jobs = recurringJobs({ newsroom, mailer, mailFolder, origin, missed: app.missed })
  await using _schedule = new Schedule(jobs, { clock: newsroom.clock, log }).start()
  await announce(terminal, newsroom, { ...config, port: server.port })
  trimMemory()
  const stopped = new Promise<undefined>((resolve) => terminal.onSignal(() => resolve(undefined)))
  const failure = await Promise.race([stopped, newsroom.db.failed])
  if (failure)
    throw new Failure('unavailable', 'database-stopped', 'The embedded database stopped; start Dateline again, nothing is lost.', {
      cause: failure,
    })
}

async function isFounded(newsroom: Newsroom): Promise<boolean> {
  const settings = await newsroom.db.writer.selectFrom('newsroom.settings').select('is_demo').executeTakeFirst()
  return settings !== undefined
}

async function found(terminal: Terminal, newsroom: Newsroom, options: Options): Promise<void> {
  if (options.demo) {
    terminal.stderr.write('An empty data folder: filling it with the demo newsroom …\n')
    return loadDemo(newsroom)
  }
  const answers = options.name && options.email ? { name: options.name, email: options.email } : await ask(terminal, options)
  await foundNewsroom(newsroom, {
    name: { en: answers.name },
    languages: ['en'],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    accent: 'oklch(0.5 0.13 250)',
    administrator: answers.email,
  })
}

async function ask(terminal: Terminal, options: Options): Promise<{ name: string; email: string }> {
  if (!terminal.stdin.isTTY) {
    throw new Failure(
      'invalid',
      'nobody-to-ask',
      'This data folder is empty: give --name and --email to found a newsroom, or --demo for the demo.',
    )
  }
  const lines = createInterface({ input: Readable.from(terminal.stdin) })
  const answers = lines[Symbol.asyncIterator]()
  const question = async (words: string, schema: z.ZodType<string>): Promise<string> => {
    for (;;) {
      terminal.stderr.write(words)
      const line = await answers.next()
      if (line.done) throw new Failure('invalid', 'no-answer', 'No newsroom was founded; start again when you are ready.')
      const parsed = schema.safeParse(line.value.trim())
      if (parsed.success) return parsed.data
      terminal.stderr.write('That is not understood. ')
    }
  }
  const name = options.name ?? (await question('The newsroom’s name: ', z.string().min(1)))
  const email = options.email ?? (await question('The first administrator’s e-mail: ', z.email()))
  lines.close()
  return { name, email }
}

const mailFromOf = ({ mailFrom }: Config, origin: string): string => mailFrom ?? `newsroom@${new URL(origin).hostname}`
