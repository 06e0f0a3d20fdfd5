import type { ReactNode } from 'react'

import type { Patience } from '#lib/compare-texts.ts'
import { compareTexts } from '#lib/compare-texts.ts'
import { statusOf } from '#newsroom/stories/passages/followed.ts'
import { wordsOf } from '#newsroom/stories/passages/passage.ts'
import { toMarked } from '#newsroom/translations/marked-text.ts'
import type { PassagePair } from '#newsroom/translations/read-translation.ts'
import { directionOf } from '#surfaces/ui/in-words.ts'

import { Parts } from '../history/compare-page.tsx'
import { useWords } from '../words/use-words.ts'
import { fieldText } from './read-written.ts'

type Props = {
  pair: PassagePair
  /** How long all passages of the page may be compared together. */
  patience: Patience
}

/** What the source says, and what it said when the passage was last right. */
export function PassageSource({ pair, patience }: Props): ReactNode {
  const { source } = pair
  return (
    <>
      {source ? <p className="passage-words">{toMarked(source.inlines, fieldText(pair).links)}</p> : null}
      <SinceThen pair={pair} patience={patience} />
    </>
  )
}

/** What the source said when the passage was last right, word by word. */
function SinceThen({ pair, patience }: Props): ReactNode {
  const { followed, source, target } = pair
  const status = followed && statusOf(followed)
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
