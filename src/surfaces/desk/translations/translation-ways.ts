import type { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { desk } from '#src/routes.ts'

import type { DeskWay } from '../desk-way.ts'
import { get, post } from '../desk-way.ts'
import { showMatrix } from './matrix-handlers.tsx'
import { latestPassages, saveWhileTranslating } from './passage-handlers.tsx'
import * as beside from './translation-handlers.tsx'
import * as files from './xliff-handlers.tsx'

/** What is done with editions that were made from others. */
export const translationWays: readonly DeskWay<keyof typeof storyPolicy | 'signedIn'>[] = [
  get(desk.translations, 'signedIn', (c, parts) => showMatrix(c, parts)),
  // Which editions these are of, their forms and documents say; each is asked for by itself.
  get(desk.translationFiles, 'signedIn', files.giveManyOut),
  post(desk.translationFiles, 'signedIn', files.lookAtReturned),
  post(desk.translationFilesIn, 'signedIn', files.takeReturnedIn),
  get(desk.translation, 'readStory', (c, parts) => beside.showTranslation(c, parts)),
  post(desk.translation, 'writePassages', beside.writeFromDesk),
  get(desk.translationText, 'readStory', latestPassages),
  post(desk.translationText, 'writePassages', saveWhileTranslating),
  post(desk.translationDone, 'markPassages', beside.markAllFromDesk),
  post(desk.translationStructure, 'takeStructure', beside.takeStructureFromDesk),
  post(desk.translationByMachine, 'fillByMachine', beside.fillFromDesk),
  get(desk.translationFile, 'readStory', files.giveOut),
  post(desk.editionTranslations, 'translateEdition', beside.translateFromDesk),
  post(desk.translationsSpared, 'spareTranslations', beside.spareFromDesk),
]
