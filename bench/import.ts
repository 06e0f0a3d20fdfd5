import { openBenchNewsroom, fillArchive } from './archive.ts'
import { report } from './measure.ts'

/** Stories a second, filed and released, warm. */
export async function measureImport(postgres: (name: string) => Promise<string>): Promise<void> {
  for (const [engine, aim] of [
    ['PGlite', 500],
    ['PostgreSQL', 1500],
  ] as const) {
    await using newsroom = await openBenchNewsroom(engine === 'PGlite' ? undefined : await postgres('bench_import'))
    await fillArchive(newsroom, 0, 400)
    const rate = await fillArchive(newsroom, 400, 10_400)
    report(`import into ${engine}`, `${rate.toFixed(0)} stories/s`, `≥ ${aim}`)
  }
}
