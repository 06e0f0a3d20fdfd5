import { Failure } from '#lib/failure.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { lockEdition, readEdition } from '../stories/edition-store.ts'
import { graftStructure } from '../stories/passages/graft-structure.ts'
import { markDone } from '../stories/passages/settle-passages.ts'
import { holdTranslation, keepTranslation } from '../stories/passages/translation-store.ts'
import { revisionName } from '../stories/revision-name.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { authorizeSource } from './authorize-source.ts'
import type { Returned } from './compare-returned.ts'
import { compareReturned } from './compare-returned.ts'
import { readHash } from './export-xliff.ts'
import type { SideBySide } from './read-translation.ts'
import { readSideBySide } from './read-translation.ts'
import { saveContent, saveWritten } from './write-passages.ts'
import type { ReturnedFile, ReturnedXliff } from './xliff/read-xliff.ts'
import { readXliff } from './xliff/read-xliff.ts'

/** What one file of a document would change. */
export type ImportPreview = Returned & { edition: string; headline: string; from: string; to: string }

/** What a document that came back from translators would change; nothing is changed. `what` names it in refusals. */
export async function previewImport(db: Reader, by: Member, document: { text: string; what: string }): Promise<ImportPreview[]> {
  const xliff = readXliff(document.text, document.what)
  const previews: ImportPreview[] = []
  for (const file of xliff.files) previews.push((await judge(db, by, { ...document, xliff, file })).preview)
  return previews
}

export type Import = {
  text: string
  what: string
  /** The name of the revisions that it makes. */
  name: string
  /** What changed here since the document was made is left as it is, and the rest is taken in; otherwise nothing is. */
  takesRest: boolean
}

/** Takes a document in that came back from translators: a named revision of each translation in it, or nothing at all. */
export async function importTranslation(newsroom: Newsroom, by: Member, input: Import): Promise<{ edition: string; revision: number }[]> {
  const xliff = readXliff(input.text, input.what)
  return newsroom.db.transact(async (tx) => {
    const taken: { edition: string; revision: number }[] = []
    for (const file of xliff.files.toSorted((a, b) => (a.edition < b.edition ? -1 : 1)))
      taken.push({ edition: file.edition, revision: await importFile(newsroom, tx, by, { ...input, xliff, file }) })
    return taken
  })
}

async function importFile(
  newsroom: Newsroom,
  tx: Transaction,
  by: Member,
  input: Import & { xliff: ReturnedXliff; file: ReturnedFile },
): Promise<number> {
  const { file } = input
  const name = revisionName(input.name)
  authorize(storyPolicy.importTranslation(by, await lockEdition(tx, file.edition)), 'take a translation in here')
  const { side, preview } = await judge(tx, by, input)
  if (preview.held.length > 0 && !input.takesRest)
    throw new Failure(
      'conflict',
      'passages-changed',
      `Not taken in: ${preview.held.length} passages changed here since ${input.what} was made. Take the rest in, or send it again.`,
    )
  const now = newsroom.clock.now()
  if (side.pairs.some(({ followed, target }) => followed && !target && preview.written.has(followed.id)))
    await saveContent(tx, by, side.target, {
      before: side.targetContent,
      content: graftStructure(side.sourceContent, side.targetContent, side.translation.passages),
      now,
    })
  const revision = await saveWritten(tx, by, await lockEdition(tx, file.edition), { written: preview.written, now, name })
  const translation = await holdTranslation(tx, file.edition)
  await keepTranslation(tx, { ...translation, passages: markDone(translation.passages, preview.done) })
  const details = { revision, sourceRevision: file.sourceRevision, written: preview.written.size, held: preview.held.length }
  await recordAct(tx, by, { act: 'importTranslation', kind: 'edition', id: file.edition, name: side.target.headline, at: now, details })
  return revision
}

async function judge(
  db: Reader,
  by: Member,
  { what, xliff, file }: { what: string; xliff: ReturnedXliff; file: ReturnedFile },
): Promise<{ side: SideBySide; preview: ImportPreview }> {
  authorize(storyPolicy.readStory(by, await readEdition(db, file.edition)), 'read this translation')
  const side = await readSideBySide(db, file.edition)
  const { source, target } = side
  authorizeSource(by, source)
  const refuse = (wrong: string): never => {
    throw new Failure('invalid', 'bad-xliff', `${what} was not taken in. Line ${file.line}: ${wrong}.`, { values: { line: file.line } })
  }
  if (xliff.sourceLanguage !== source.language || xliff.targetLanguage !== target.language)
    refuse(
      `it is from ${xliff.sourceLanguage} into ${xliff.targetLanguage || 'no language'}, and this edition from ${source.language} into ${target.language}`,
    )
  const hash = await readHash(db, source.id, file.sourceRevision)
  if (hash !== '' && hash !== file.sourceHash) refuse(`its hash is not that of revision ${file.sourceRevision} of the source`)
  const returned = compareReturned(what, file, side)
  return { side, preview: { ...returned, edition: target.id, headline: target.headline, from: source.language, to: target.language } }
}
