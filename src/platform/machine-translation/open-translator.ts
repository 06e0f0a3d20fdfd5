import type { TranslatorConfig } from '../config/config.ts'
import { deepl } from './deepl.ts'
import { libreTranslate } from './libre-translate.ts'
import type { Translator } from './translator.ts'

/** The translator that the environment names; undefined where it names none. */
export function openTranslator(config: TranslatorConfig | null): Translator | undefined {
  if (!config) return undefined
  return config.provider === 'deepl' ? deepl({ url: config.url, key: config.key ?? '' }) : libreTranslate(config)
}
