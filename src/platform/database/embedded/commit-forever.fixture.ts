import { sql } from 'kysely'
import { openDatabase } from '#platform/database/open-database.ts'

// Opens the archive of the folder that is its argument and commits numbers, printing each one once it is acknowledged.
const [, , dataFolder = '', most = 'Infinity'] = process.argv
const database = await openDatabase({ dataFolder, role: 'server' }).catch(() => {
  process.stdout.write('refused\n')
  process.exit(3)
})
await sql`create table if not exists public.commit (n integer)`.execute(database.owner)
process.stdout.write('begun\n')
for (let n = 1; n <= Number(most); n += 1) {
  await sql`insert into public.commit values (${n})`.execute(database.owner)
  process.stdout.write(`${n}\n`)
}
await database[Symbol.asyncDispose]()
