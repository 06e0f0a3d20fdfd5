import { z } from 'zod'

import type { Patience } from './ask-service.ts'
import { askService, away, usualPatience } from './ask-service.ts'
import { askInBatches, batchesOf } from './batches.ts'
import type { Translator } from './translator.ts'

// A request holds at most 50 texts and 128 KiB; letters of other scripts take up to four bytes, and JSON quotes some.
const most = { texts: 50, characters: 20_000 }
const answers = z.object({ translations: z.array(z.object({ text: z.string() })) })

/** DeepL by its HTTP API (POST /v2/translate, https://developers.deepl.com/docs). `url` is that of the account: api-free.deepl.com or api.deepl.com. */
export function deepl({ url, key }: { url: URL; key: string }, patience: Patience = usualPatience): Translator {
  const name = 'DeepL'
  const ask = async (text: string[], from: string, to: string, signal: AbortSignal): Promise<string[]> => {
    const body = {
      text,
      source_lang: from.split('-')[0]?.toUpperCase(),
      target_lang: targetOf(to),
      tag_handling: 'xml',
      // Our tags mark words within a sentence; none of them parts sentences.
      outline_detection: false,
      preserve_formatting: true,
    }
    const question = { name, url: new URL('/v2/translate', url), headers: { authorization: `DeepL-Auth-Key ${key}` }, body, signal }
    const answer = answers.safeParse(await askService(question, patience))
    if (!answer.success || answer.data.translations.length !== text.length) throw away(name, 'its answer is not what its API describes')
    return answer.data.translations.map((translation) => translation.text)
  }
  return {
    name,
    translate: (texts, from, to, signal) =>
      askInBatches(batchesOf(texts, most), { name, patience, signal }, (batch, leave) => ask(batch, from, to, leave)),
  }
}

/** Languages into which DeepL translates in several kinds have to be named with theirs. */
const kinds: Readonly<Record<string, string>> = { en: 'EN-GB', pt: 'PT-PT', zh: 'ZH-HANS' }
const known = new Set(['EN-GB', 'EN-US', 'PT-PT', 'PT-BR', 'ZH-HANS', 'ZH-HANT', 'ES-419'])

function targetOf(language: string): string {
  const [base = ''] = language.split('-')
  return known.has(language.toUpperCase()) ? language.toUpperCase() : (kinds[base.toLowerCase()] ?? base.toUpperCase())
}
