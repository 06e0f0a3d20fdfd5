import { measureDesk } from './desk.ts'
import { measureImport } from './import.ts'
import { measurePages } from './pages.ts'
import { measurePress } from './press.ts'
import { measureStart } from './start.ts'
import { startBenchPostgres } from './postgres.ts'

// `npm run bench` runs all; `npm run bench -- press start` some. Ratios are of one run on one machine: read no single figure.
const all = ['press', 'start', 'import', 'pages', 'desk'] as const
const asked = process.argv.slice(2)
const wanted = new Set<string>(asked.length > 0 ? asked : all)

if (wanted.has('press')) await measurePress()
if (wanted.has('start')) await measureStart()
if (wanted.has('import') || wanted.has('pages') || wanted.has('desk')) {
  await using postgres = await startBenchPostgres()
  if (wanted.has('import')) await measureImport(postgres.url)
  if (wanted.has('pages')) await measurePages(postgres.url)
  if (wanted.has('desk')) await measureDesk(postgres.url)
}
