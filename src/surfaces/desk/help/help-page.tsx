import type { ReactNode } from 'react'

import { editionStates } from '#newsroom/stories/story.ts'
import { desk } from '#src/routes.ts'

import { StateMark } from '../frame/state-mark.tsx'
import { useWords } from '../words/use-words.ts'

/** What the states mean, which keys there are, and why nothing is lost. */
export function HelpPage(): ReactNode {
  const words = useWords().help
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <p>
        <a href={desk.guide}>{words.guide}</a> <span className="help">{words.guideHelp}</span>
      </p>
      <p>
        <a href={desk.administratorsGuide}>{words.administrators}</a> <span className="help">{words.administratorsHelp}</span>
      </p>
      <h2>{words.states}</h2>
      <dl className="defined">
        {editionStates.map((state) => (
          <div key={state}>
            <dt>
              <StateMark state={state} />
            </dt>
            <dd>{words.stateMeanings[state]}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.clearing}</h2>
      <p>{words.clearingMeans}</p>
      <h2>{words.safe}</h2>
      <p>{words.kept}</p>
      <h2 id="keys">{words.keys}</h2>
      <p>{words.tab}</p>
      <dl className="defined">
        {Object.entries(words.keyMeanings).map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
