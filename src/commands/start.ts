import { Command } from 'commander'
import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import type { Config } from '#platform/config/config.ts'
import { readConfig } from '#platform/config/config.ts'
import { mustBe, portInput } from '#platform/config/environment.ts'
import { noteServedAddress } from '#platform/config/served-address.ts'
import { holdsArchive } from '#platform/database/open-database.ts'
import { takeDoor } from '#platform/http/door.ts'
import { openLog } from '#platform/log.ts'
import { openMailer } from '#platform/mail/open-mailer.ts'
import { Schedule } from '#platform/schedule/schedule.ts'
import { trimMemory } from '#platform/trim-memory.ts'
import { openApp } from '#src/app.ts'
import { mailFolderOf, openDeskParts } from '#src/desk-parts.ts'
import { recurringJobs } from '#src/schedule.ts'

import { announce } from './announce.ts'
import { argument } from './argument.ts'
import { refuseHalfDemo } from './demo/fill-demo.ts'
import type { FoundingOptions } from './founding.ts'
import { chooseFounding, found, newsroomName } from './founding.ts'
import { isFounded } from './open-founded.ts'
import { openNewsroom } from './open-newsroom.ts'
import { originOf } from './origin-of.ts'
import type { Terminal } from './terminal.ts'

type Options = FoundingOptions & { port?: number; host?: string }

export function startCommand(terminal: Terminal): Command {
  return new Command('start')
    .description('Serve the site; on an empty data folder, found a newsroom first')
    .option('--port <number>', 'the port to listen on (PORT, 3000)', argument(portInput, mustBe.PORT))
    .option('--host <host>', 'the address to listen on (HOST, localhost)', argument(z.string().min(1), mustBe.HOST))
    .option('--demo', 'fill an empty data folder with the demo newsroom')
    .option('--name <name>', 'the name of a new newsroom, instead of asking', argument(newsroomName, 'a name'))
    .option('--email <email>', "its first administrator's e-mail, instead of asking", argument(z.email(), 'an e-mail address'))
    .action(async (options: Options) => {
      await serveUntilAsked(terminal, options)
      terminal.stderr.write('Stopped.\n')
    })
}

async function serveUntilAsked(terminal: Terminal, options: Options): Promise<void> {
  const { port, host } = options
  const said = readConfig({ ...terminal.env, ...(port !== undefined && { PORT: String(port) }), ...(host !== undefined && { HOST: host }) })
  // The port first: whoever finds it taken shall not have waited for an archive to be filled.
  await using door = await takeDoor(said)
  const config = { ...said, port: door.port }
  refuseHalfDemo(config)
  const isNew = config.databaseUrl === null && !holdsArchive(config.dataFolder)
  const chosen = isNew ? await chooseFounding(terminal, options) : undefined
  const newsroom = await openNewsroom(config, 'server')
  await using _archive = newsroom.db
  if (!(await isFounded(newsroom))) await found(terminal, { newsroom, config }, chosen ?? (await chooseFounding(terminal, options)))
  else if (options.name !== undefined || options.email !== undefined)
    terminal.stderr.write('There is a newsroom here already: --name and --email are left out.\n')
  const origin = originOf(config)
  const log = openLog((line) => terminal.stderr.write(line), 'warn', config.logFormat ?? (terminal.stderr.isTTY ? 'text' : 'json'))
  const mailFolder = mailFolderOf(config)
  await using mailer = openMailer({ smtpUrl: config.smtpUrl, folder: mailFolder, from: mailFromOf(config, origin), clock: newsroom.clock })
  const parts = await openDeskParts({ newsroom, config, origin, mailer, log })
  await using app = await openApp({ newsroom, origin, log, desk: parts })
  await using _server = await app.listen({ door })
  const jobs = recurringJobs({ newsroom, mailer, mailFolder, origin, missed: app.missed })
  await using _schedule = new Schedule(jobs, { clock: newsroom.clock, log }).start()
  await noteServedAddress(config, origin)
  // Before the newsroom says that it serves: whoever reads that may want it stopped at once.
  const asked = askedToStop(terminal)
  await announce(terminal, newsroom, config)
  trimMemory()
  const failure = await Promise.race([asked, newsroom.db.failed])
  if (failure)
    throw new Failure('unavailable', 'database-stopped', 'The embedded database stopped; start Dateline again, nothing is lost.', {
      cause: failure,
    })
}

function askedToStop({ onSignal, stderr }: Terminal): Promise<undefined> {
  return new Promise((resolve) =>
    onSignal(() => {
      stderr.write(stderr.isTTY ? '\nStopping…\n' : 'Stopping…\n') // a terminal shows ^C where the cursor is
      resolve(undefined)
    }),
  )
}

const mailFromOf = ({ mailFrom }: Config, origin: string): string => mailFrom ?? `newsroom@${new URL(origin).hostname}`
