import { createInterface } from 'node:readline/promises'
import { Readable } from 'node:stream'

import { z } from 'zod'

import { Failure } from '#lib/failure.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { foundNewsroom } from '#newsroom/settings/found-newsroom.ts'
import type { Config } from '#platform/config/config.ts'

import { fillDemo } from './demo/fill-demo.ts'
import type { Terminal } from './terminal.ts'

/** What becomes of an empty archive. */
export type Founding = 'demo' | { name: string; email: string }

export type FoundingOptions = { demo?: true; name?: string; email?: string }

export const newsroomName = z.string().trim().min(1)

/** What the options say of a new newsroom; what they leave out is asked for. */
export async function chooseFounding(terminal: Terminal, { demo, name, email }: FoundingOptions): Promise<Founding> {
  if (demo) return 'demo'
  if (name !== undefined && email !== undefined) return { name, email }
  if (!terminal.stdin.isTTY) {
    const line = 'There is no newsroom here yet: give --name and --email to found one, or --demo for the demo.'
    throw new Failure('invalid', 'nobody-to-ask', line)
  }
  const lines = createInterface({ input: Readable.from(terminal.stdin) })
  const answers = lines[Symbol.asyncIterator]()
  const ask = async (words: string, schema: z.ZodType<string>): Promise<string> => {
    for (;;) {
      terminal.stderr.write(words)
      const line = await answers.next()
      if (line.done) throw new Failure('invalid', 'no-answer', 'No newsroom was founded; start again when you are ready.')
      const parsed = schema.safeParse(line.value.trim())
      if (parsed.success) return parsed.data
      terminal.stderr.write('That is not understood. ')
    }
  }
  const chosen = {
    name: name ?? (await ask('The newsroom’s name: ', newsroomName)),
    email: email ?? (await ask('The first administrator’s e-mail: ', z.email())),
  }
  lines.close()
  return chosen
}

export async function found(
  { stderr }: Terminal,
  { newsroom, config }: { newsroom: Newsroom; config: Config },
  founding: Founding,
): Promise<void> {
  if (founding === 'demo') {
    stderr.write('An empty archive: filling it with the demo newsroom …\n')
    return fillDemo(newsroom, config)
  }
  await foundNewsroom(newsroom, {
    name: { en: founding.name },
    languages: ['en'],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    accent: 'oklch(0.5 0.13 250)',
    administrator: founding.email,
  })
}
