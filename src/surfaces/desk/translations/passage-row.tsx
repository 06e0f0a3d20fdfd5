import type { ReactNode } from 'react'

import type { Patience } from '#lib/compare-texts.ts'
import { compareTexts } from '#lib/compare-texts.ts'
import type { PassageStatus } from '#newsroom/stories/passages/followed.ts'
import { statusOf } from '#newsroom/stories/passages/followed.ts'
import type { Passage } from '#newsroom/stories/passages/passage.ts'
import { wordsOf } from '#newsroom/stories/passages/passage.ts'
import { toMarked } from '#newsroom/translations/marked-text.ts'
import type { PassagePair } from '#newsroom/translations/read-translation.ts'
import { directionOf } from '#surfaces/ui/in-words.ts'

import { Parts } from '../history/compare-page.tsx'
import { useWords } from '../words/use-words.ts'
import { fieldText, markOf } from './read-written.ts'

type Props = {
  pair: PassagePair
  typed: string | undefined
  languages: { source: string; target: string }
  mayWrite: boolean
  /** How long all passages of the page may be compared together. */
  patience: Patience
}

/** One passage: what the source says, what changed in it since, and the words of the translation to write. */
export function PassageRow({ pair, typed, languages, mayWrite, patience }: Props): ReactNode {
  const words = useWords().translations
  const { followed, source, target } = pair
  const status = followed ? statusOf(followed) : null
  const passage = source ?? target
  if (!passage) return null
  return (
    <section className={`passage passage-${status ?? 'own'}`} id={followed ? `passage-${followed.id}` : undefined}>
      <h2 className="passage-name">
        <PassageName passage={passage} /> {status ? <span className="passage-status">{words.statuses[status]}</span> : null}
      </h2>
      <div className="passage-source" lang={languages.source} dir={directionOf(languages.source)}>
        {source ? <p className="passage-words">{toMarked(source.inlines, fieldText(pair).links)}</p> : null}
        <SinceThen pair={pair} status={status} patience={patience} />
      </div>
      <div className="passage-target">
        <TargetWords pair={pair} typed={typed} language={languages.target} mayWrite={mayWrite} />
        {mayWrite && followed && status !== 'done' && status !== null ? <DoneButton id={followed.id} status={status} /> : null}
      </div>
    </section>
  )
}

function PassageName({ passage }: { passage: Passage }): ReactNode {
  const words = useWords().translations
  return (
    <span>
      {words.kinds[passage.kind]}
      {passage.within ? `, ${words.within[passage.within]}` : null}
    </span>
  )
}

/** What the source said when the passage was last right, word by word. */
function SinceThen({ pair, status, patience }: Pick<Props, 'pair' | 'patience'> & { status: PassageStatus | null }): ReactNode {
  const { followed, source, target } = pair
  const say = useWords()
  const words = say.translations
  if (status === null) return target ? <HelpLine>{words.ownHelp}</HelpLine> : null
  if (status === 'added') return <HelpLine>{words.addedHelp}</HelpLine>
  const was = followed?.was
  if (!was || (status !== 'stale' && status !== 'removed')) return null
  const [before, now] = [wordsOf(was), source ? wordsOf(source) : '']
  return (
    <div className="passage-since">
      <p className="help" lang={say.language} dir={directionOf(say.language)}>
        {status === 'removed' ? words.before : before === now ? words.formatted : words.changedSince}
      </p>
      {status === 'removed' ? <p className="passage-words">{before}</p> : null}
      {status === 'stale' && before !== now ? (
        <p className="passage-words">
          <Parts parts={compareTexts(before, now, patience)} />
        </p>
      ) : null}
      {status === 'removed' ? <HelpLine>{words.removedHelp}</HelpLine> : null}
    </div>
  )
}

function HelpLine({ children }: { children: string }): ReactNode {
  const { language } = useWords()
  return (
    <p className="help" lang={language} dir={directionOf(language)}>
      {children}
    </p>
  )
}

function TargetWords({ pair, typed, language, mayWrite }: Omit<Props, 'languages' | 'patience'> & { language: string }): ReactNode {
  const words = useWords().translations
  const { followed, source, target } = pair
  const { text } = fieldText(pair)
  const direction = directionOf(language)
  if (!target) return null
  if (!mayWrite || !followed) {
    return (
      <p className="passage-words" lang={language} dir={direction}>
        {text}
      </p>
    )
  }
  const hasTags = /<\/?(?:b|i|a\d+|br|n\d+)\b/.test(source ? toMarked(source.inlines, fieldText(pair).links) : text)
  return (
    <>
      <input type="hidden" name={`was-${followed.id}`} value={markOf(text)} />
      <textarea
        name={`p-${followed.id}`}
        rows={Math.min(12, Math.ceil(text.length / 48) + 1)}
        defaultValue={typed ?? text}
        lang={language}
        dir={direction}
        spellCheck
        aria-label={words.write(wordsOf(source ?? target).slice(0, 80))}
        aria-describedby={hasTags ? `tags-${followed.id}` : undefined}
      />
      {hasTags ? (
        <p className="help" id={`tags-${followed.id}`}>
          {words.tags}
        </p>
      ) : null}
    </>
  )
}

function DoneButton({ id, status }: { id: number; status: PassageStatus }): ReactNode {
  const words = useWords().translations
  return (
    <button className="quiet" name="done" value={id}>
      {status === 'added' ? words.leaveOut : status === 'removed' ? words.stays : words.done}
    </button>
  )
}
