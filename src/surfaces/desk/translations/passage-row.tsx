import type { ReactNode } from 'react'

import type { Patience } from '#lib/compare-texts.ts'
import { statusOf } from '#newsroom/stories/passages/followed.ts'
import type { Passage } from '#newsroom/stories/passages/passage.ts'
import { wordsOf } from '#newsroom/stories/passages/passage.ts'
import { toMarked } from '#newsroom/translations/marked-text.ts'
import type { PassagePair } from '#newsroom/translations/read-translation.ts'
import { directionOf } from '#surfaces/ui/in-words.ts'

import { useWords } from '../words/use-words.ts'
import { PassageSource } from './passage-source.tsx'
import { fieldText, markOf } from './read-written.ts'

type Props = {
  pair: PassagePair
  typed: string | undefined
  languages: { source: string; target: string }
  mayWrite: boolean
  isHidden: boolean
  /** How long all passages of the page may be compared together. */
  patience: Patience
}

/** One passage: what the source says, what changed in it since, and the words of the translation to write. */
export function PassageRow({ pair, typed, languages, mayWrite, isHidden, patience }: Props): ReactNode {
  const words = useWords().translations
  const { followed, source, target } = pair
  const status = followed ? statusOf(followed) : null
  const passage = source ?? target
  if (!passage) return null
  return (
    <section
      className={`passage passage-${status ?? 'own'}`}
      id={followed ? `passage-${followed.id}` : undefined}
      data-status={status ?? undefined}
      hidden={isHidden}
    >
      <h2 className="passage-name">
        <PassageName passage={passage} />{' '}
        {status ? (
          <span className="passage-status" data-part="said">
            {words.statuses[status]}
          </span>
        ) : null}
      </h2>
      <div className="passage-source" lang={languages.source} dir={directionOf(languages.source)} data-part="source">
        <PassageSource pair={pair} patience={patience} />
      </div>
      <div className="passage-target">
        <TargetWords pair={pair} typed={typed} language={languages.target} mayWrite={mayWrite} />
        {mayWrite && followed ? (
          <div className="passage-act" data-part="act">
            <DoneButton pair={pair} />
          </div>
        ) : null}
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

function TargetWords({ pair, typed, language, mayWrite }: Pick<Props, 'pair' | 'typed' | 'mayWrite'> & { language: string }): ReactNode {
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
      <input type="hidden" name={`was-${followed.id}`} value={markOf(text)} data-plain />
      <textarea
        name={`p-${followed.id}`}
        rows={Math.min(12, Math.ceil(text.length / 48) + 1)}
        defaultValue={typed ?? text}
        data-saved-text={typed === undefined ? undefined : text}
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

/** Says that a passage is right as it is; nothing where that is said already. */
export function DoneButton({ pair: { followed, source, target } }: { pair: PassagePair }): ReactNode {
  const say = useWords()
  const words = say.translations
  const status = followed && statusOf(followed)
  if (!followed || status === 'done') return null
  const act = status === 'added' ? words.leaveOut : status === 'removed' ? words.stays : words.done
  const passage = source ?? target
  return (
    <button
      className="quiet"
      name="done"
      value={followed.id}
      aria-label={passage ? say.about(act, wordsOf(passage).slice(0, 80)) : undefined}
    >
      {act}
    </button>
  )
}
