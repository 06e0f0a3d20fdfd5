import { z } from 'zod'

import type { Patience } from './ask-service.ts'
import { askService, away, usualPatience } from './ask-service.ts'
import { askInBatches, batchesOf } from './batches.ts'
import type { Translator } from './translator.ts'

// What a server takes at once is its owner's choice; few leave less than this.
const most = { texts: 20, characters: 5000 }
const answers = z.object({ translatedText: z.array(z.string()) })

/** LibreTranslate by its HTTP API (POST /translate, https://docs.libretranslate.com), on one's own server or another's, which may ask for a key. */
export function libreTranslate({ url, key }: { url: URL; key: string | null }, patience: Patience = usualPatience): Translator {
  const name = 'LibreTranslate'
  const ask = async (q: string[], from: string, to: string, signal: AbortSignal): Promise<string[]> => {
    const body = { q, source: languageOf(from), target: languageOf(to), format: 'html', ...(key !== null && { api_key: key }) }
    const address = new URL('translate', url.href.endsWith('/') ? url : `${url.href}/`)
    const answer = answers.safeParse(await askService({ name, url: address, headers: {}, body, signal }, patience))
    if (!answer.success || answer.data.translatedText.length !== q.length) throw away(name, 'its answer is not what its API describes')
    return answer.data.translatedText
  }
  return {
    name,
    translate: (texts, from, to, signal) =>
      askInBatches(batchesOf(texts, most), { name, patience, signal }, (batch, leave) => ask(batch, from, to, leave)),
  }
}

/** It knows languages without their regions, but for a few scripts. */
function languageOf(language: string): string {
  const [base = '', ...rest] = language.split('-')
  if (base === 'zh') return rest.some((part) => /^(hant|tw|hk)$/i.test(part)) ? 'zh-Hant' : 'zh-Hans'
  return /^pt-br$/i.test(language) ? 'pt-BR' : base.toLowerCase()
}
