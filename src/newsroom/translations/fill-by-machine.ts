import type { Translator } from '#platform/machine-translation/translator.ts'

import { recordAct } from '../audit/record-act.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Inline } from '../stories/body.ts'
import { lockEdition, readEdition } from '../stories/edition-store.ts'
import type { Followed } from '../stories/passages/followed.ts'
import { statusOf } from '../stories/passages/followed.ts'
import { fingerprint, keyOf, wordsOf } from '../stories/passages/passage.ts'
import { holdTranslation, keepTranslation, readPassages } from '../stories/passages/translation-store.ts'
import { authorize, storyPolicy } from '../stories/story-policy.ts'
import { authorizeSource } from './authorize-source.ts'
import { linksOf, toMarked } from './marked-text.ts'
import type { PassagePair, SideBySide } from './read-translation.ts'
import { readSideBySide } from './read-translation.ts'
import { readMachineText } from './read-machine-text.ts'
import { saveWritten } from './write-passages.ts'

/**
 * Lets a machine translate what still waits in the source's words; each passage is marked as a machine's until a person has reviewed it. What
 * somebody wrote while the machine was at work is left as it is. Returns how many passages it filled.
 */
export async function fillByMachine(
  newsroom: Newsroom,
  by: Member,
  input: { edition: string; translator: Translator; signal?: AbortSignal },
): Promise<number> {
  const { translator, signal } = input
  mayFill(by, await readEdition(newsroom.db.writer, input.edition))
  const before = await readSideBySide(newsroom.db.writer, input.edition)
  authorizeSource(by, before.source)
  const waiting = before.pairs.filter(isWaiting)
  const marked = waiting.map(({ source }) => toMarked(source?.inlines ?? [], linksOf(source?.inlines ?? []), true))
  const answers = marked.length === 0 ? [] : await translator.translate(marked, before.source.language, before.target.language, signal)
  const made = new Map(waiting.map((pair, index) => [pair.followed?.id ?? 0, readMade(pair, answers[index] ?? '')] as const))
  return newsroom.db.transact(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    mayFill(by, edition)
    const now = newsroom.clock.now()
    const side = await readSideBySide(tx, edition.id)
    authorizeSource(by, side.source)
    const written = stillWaiting(made, waiting, side)
    const revision = await saveWritten(tx, by, edition, { written, now })
    const translation = await holdTranslation(tx, edition.id)
    const said = await readPassages(tx, edition.id, revision)
    const passages = translation.passages.map((passage): Followed => {
      const is = written.has(passage.id) && passage.target !== null ? said[passage.target] : undefined
      return is ? { ...passage, state: 'machine', machine: fingerprint(is) } : passage
    })
    await keepTranslation(tx, { ...translation, passages })
    const details = { revision, translator: translator.name, passages: written.size }
    await recordAct(tx, by, { act: 'fillByMachine', kind: 'edition', id: edition.id, name: edition.headline, at: now, details })
    return written.size
  })
}

function mayFill(by: Member, edition: SideBySide['target']): void {
  authorize(storyPolicy.fillByMachine(by, edition), 'have this edition translated')
}

const isWaiting = ({ followed, source, target }: PassagePair): boolean =>
  followed !== null && source !== null && target !== null && statusOf(followed) === 'waiting'

function readMade({ source }: PassagePair, answer: string): Inline[] {
  const inlines = source?.inlines ?? []
  return readMachineText(answer, inlines, linksOf(inlines))
}

/** What the machine made of passages that say the same as when it was asked, and wait still. */
function stillWaiting(made: ReadonlyMap<number, Inline[]>, asked: PassagePair[], side: SideBySide): Map<number, Inline[]> {
  const askedOf = new Map(asked.map(({ followed, source }) => [followed?.id, source && keyOf(source)]))
  return new Map(
    side.pairs.filter(isWaiting).flatMap(({ followed, source }) => {
      const inlines = followed ? made.get(followed.id) : undefined
      const isSame = source !== null && askedOf.get(followed?.id) === keyOf(source)
      return followed && inlines && isSame && wordsOf({ inlines }).trim() !== '' ? [[followed.id, inlines] as const] : []
    }),
  )
}
