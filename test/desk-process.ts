// A desk in a process of its own, to be killed: `node --import ./bin/load-tsx.mjs test/desk-process.ts FOLDER PORT`. Says its port when it answers.
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { openTestDesk } from '#test/desk.ts'
import { ana, edit } from '#test/newsroom.ts'

const [folder = '', port = '0'] = process.argv.slice(2)
const db = await openDatabase({ dataFolder: folder, role: 'server', durable: false })
const { url } = await openTestDesk({ db, clock: systemClock }, [ana, edit], undefined, Number(port))
process.stdout.write(`${new URL(url).port}\n`)
