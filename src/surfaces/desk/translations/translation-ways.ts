import type { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { desk } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { showMatrix } from './matrix-handlers.tsx'
import * as beside from './translation-handlers.tsx'
import * as files from './xliff-handlers.tsx'

type TranslationWay = {
  method: 'GET' | 'POST'
  path: string
  asks: keyof typeof storyPolicy | 'signedIn'
  handle(c: DeskContext, desk: Desk): Promise<Response>
}

const way = (
  method: TranslationWay['method'],
  path: string,
  asks: TranslationWay['asks'],
  handle: TranslationWay['handle'],
): TranslationWay => ({
  method,
  path,
  asks,
  handle,
})

/** What is done with editions that were made from others. */
export const translationWays: readonly TranslationWay[] = [
  way('GET', desk.translations, 'signedIn', showMatrix),
  // Which editions these are of, their forms and documents say; each is asked for by itself.
  way('GET', desk.translationFiles, 'signedIn', files.giveManyOut),
  way('POST', desk.translationFiles, 'signedIn', files.lookAtReturned),
  way('POST', desk.translationFilesIn, 'signedIn', files.takeReturnedIn),
  way('GET', desk.translation, 'readStory', (c, parts) => beside.showTranslation(c, parts)),
  way('POST', desk.translation, 'writePassages', beside.writeFromDesk),
  way('POST', desk.translationDone, 'markPassages', beside.markAllFromDesk),
  way('POST', desk.translationStructure, 'takeStructure', beside.takeStructureFromDesk),
  way('POST', desk.translationByMachine, 'fillByMachine', beside.fillFromDesk),
  way('GET', desk.translationFile, 'readStory', files.giveOut),
  way('POST', desk.editionTranslations, 'translateEdition', beside.translateFromDesk),
  way('POST', desk.translationsSpared, 'spareTranslations', beside.spareFromDesk),
]
