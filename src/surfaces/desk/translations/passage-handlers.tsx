import { hashOf } from '#lib/canonical-json.ts'
import { Patience } from '#lib/compare-texts.ts'
import { readEdition } from '#newsroom/stories/edition-store.ts'
import { countPassages, statusOf } from '#newsroom/stories/passages/followed.ts'
import { wordsOf } from '#newsroom/stories/passages/passage.ts'
import { readWriting } from '#newsroom/stories/read-writing.ts'
import { authorize, storyPolicy } from '#newsroom/stories/story-policy.ts'
import { putDownPen } from '#newsroom/stories/take-pen.ts'
import { authorizeSource } from '#newsroom/translations/authorize-source.ts'
import { isOpen } from '#newsroom/translations/next-open.ts'
import type { PassagePair, SideBySide } from '#newsroom/translations/read-translation.ts'
import { readSideBySide } from '#newsroom/translations/read-translation.ts'
import { writePassages } from '#newsroom/translations/write-passages.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { fragment } from '../frame/desk-answer.tsx'
import { field, idParam, postedForm } from '../frame/form.ts'
import { StateMark } from '../frame/state-mark.tsx'
import type { ShownFault } from '../words/faults-in-words.ts'
import { HowFar } from './how-far.tsx'
import type { PassageNews, RowNews } from './passage-news.ts'
import { DoneButton } from './passage-row.tsx'
import { PassageSource } from './passage-source.tsx'
import type { WrittenOn } from './read-written.ts'
import { doneIn, fieldText, readWrittenOn } from './read-written.ts'
import { readableSide } from './translation-handlers.tsx'

/** What is written beside the source, as the desk's script sends it while someone writes; answers with how the passages stand then. */
export async function saveWhileTranslating(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const edition = idParam(c, 'edition')
  const member = c.get('member')
  // Whoever signed in again in this browser may be someone else: they save nothing in their own name that they have not written.
  if (field(form, 'member') !== '' && field(form, 'member') !== member.id) return c.json({ code: 'signed-out' }, 401)
  const { writer } = desk.newsroom.db
  authorize(storyPolicy.writePassages(member, await readEdition(writer, edition)), 'write this translation')
  const before = await readSideBySide(writer, edition)
  authorizeSource(member, before.source)
  const asked = new Set(doneIn(form))
  const { written, faults } = readWrittenOn(form, before.pairs, asked)
  const done = asked.difference(new Set(faults.map(({ id }) => id)))
  const tab = field(form, 'tab').slice(0, 64)
  const order = Number(field(form, 'order'))
  await writePassages(desk.newsroom, member, {
    edition,
    revision: Number(field(form, 'madeFrom')),
    sourceRevision: Number(field(form, 'sourceRevision')),
    written,
    done,
    isAutosave: field(form, 'isAutosave') !== '',
    tab,
    ...(order > 0 && { order }),
  })
  if (field(form, 'isLeaving') !== '') await putDownPen(desk.newsroom, member, { edition, tab })
  const after = await readSideBySide(writer, edition)
  const { savedAt } = await readWriting(writer, edition)
  return c.json({
    ...newsOf(c, after, before),
    savedAt: savedAt.toISOString(),
    renumbered: renumbered(after.pairs, form),
    faults: faults.map((fault) => shownFault(c, before.pairs, fault)),
  })
}

/** How the passages stand now, for a browser that has fallen behind. */
export async function latestPassages(c: DeskContext, desk: Desk): Promise<Response> {
  const side = await readableSide(c, desk)
  const { savedBy, savedAt } = await readWriting(desk.newsroom.db.writer, side.target.id)
  const fields = side.pairs.flatMap((pair) =>
    pair.followed && pair.target ? [[nameOf(pair.followed.id), [fieldText(pair).text]] as const] : [],
  )
  return c.json({ ...newsOf(c, side), savedBy, savedAt: savedAt.toISOString(), fields: { ...Object.fromEntries(fields), done: [''] } })
}

const nameOf = (id: number): string => `p-${id}`

/** What the page says of the passages. With what it knows already, only what is new of each is printed. */
function newsOf(c: DeskContext, side: SideBySide, known?: SideBySide): PassageNews {
  const { source, target, translation } = side
  const words = c.get('say').translations
  const patience = new Patience()
  const printed = new Map(known?.pairs.map((pair) => [pair.followed?.id, hashOf(pair)]))
  return {
    revision: target.revision,
    sourceRevision: translation.sourceRevision,
    state: target.state,
    panels: {
      headline: fragment(c, target.headline || c.get('say').untitled),
      mark: fragment(c, <StateMark state={target.state} />),
      far: fragment(c, <HowFar {...countPassages(translation.passages)} />),
      'source-revision': fragment(c, words.revisionOf(ownName(source.language), translation.sourceRevision)),
      revision: fragment(c, words.revisionOf(ownName(target.language), target.revision)),
    },
    rows: side.pairs.flatMap((pair): RowNews[] => {
      const { followed } = pair
      if (!followed) return []
      const status = statusOf(followed)
      const about = { id: followed.id, status, hasField: pair.target !== null }
      if (printed.get(followed.id) === hashOf(pair)) return [about]
      const parts = {
        said: fragment(c, words.statuses[status]),
        source: fragment(c, <PassageSource pair={pair} patience={patience} />),
        act: fragment(c, <DoneButton pair={pair} />),
      }
      return [{ ...about, parts }]
    }),
    left: words.left(side.pairs.filter(isOpen).length),
  }
}

/** Links go by their numbers: where one was taken out, those after it are called otherwise from now on. */
function renumbered(pairs: readonly PassagePair[], form: FormData): { [field: string]: string } {
  const tagsIn = (text: string) => (text.match(/<[^>]*>/g) ?? []).join('')
  const changed = pairs.flatMap((pair) => {
    const name = nameOf(pair.followed?.id ?? 0)
    const { text } = fieldText(pair)
    const isOther = pair.target !== null && form.has(name) && tagsIn(text) !== tagsIn(field(form, name)) && /<a\d/.test(text)
    return isOther ? [[name, text] as const] : []
  })
  return Object.fromEntries(changed)
}

function shownFault(c: DeskContext, pairs: readonly PassagePair[], { id, why }: WrittenOn['faults'][number]): ShownFault {
  const words = c.get('say').translations
  const pair = pairs.find(({ followed }) => followed?.id === id)
  const passage = pair?.source ?? pair?.target
  const said = passage ? wordsOf(passage).slice(0, 40) : ''
  const text = typeof why === 'object' ? words.faults.tag(why.tag) : words.faults[why]
  return { field: nameOf(id), position: 0, id: nameOf(id), label: words.passage(passage ? words.kinds[passage.kind] : '', said), text }
}
