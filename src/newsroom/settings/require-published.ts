import { Failure } from '#lib/failure.ts'
import type { Reader } from '#platform/database/database.ts'

import { readSettings } from './read-settings.ts'

/** Refuses a language that the newsroom does not publish in. */
export async function requirePublished(db: Reader, language: string): Promise<void> {
  const { languages } = await readSettings(db)
  if (languages.includes(language)) return
  const said = language.slice(0, 35) || 'that language'
  throw new Failure('invalid', 'no-such-language', `This newsroom does not publish in ${said}. Choose one of ${languages.join(', ')}.`, {
    values: { field: 'language' },
  })
}
