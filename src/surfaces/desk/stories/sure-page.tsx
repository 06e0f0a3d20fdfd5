import type { ReactNode } from 'react'

import type { ChangeWeight } from '#newsroom/desk-lists/weigh-change.ts'
import { desk } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'

type Props = {
  what: string
  /** Somebody is asked about them, and none of them changes. */
  isAsking: boolean
  weight: ChangeWeight
  /** The name of the change, and the stories that it is of. */
  change: string
  editions: string[]
  /** What was chosen in the list, to go on or back with. */
  choices: [string, string][]
}

/** Before many stories change, or what readers see: what would change, and once more whether. */
export function SurePage({ what, isAsking, weight, change, editions, choices }: Props): ReactNode {
  const words = useWords().lists.change
  const { stories, seen } = weight
  return (
    <div className="narrow">
      <h1>{isAsking ? words.sureAsk(stories) : words.sure(stories)}</h1>
      <p>
        <b>{what}</b>
      </p>
      {isAsking ? null : (
        <>
          <p>{seen === 0 ? words.sureUnseen(stories) : seen === stories ? words.sureAll(stories) : words.sureSeen(stories, seen)}</p>
          <p className="help">{words.follows}</p>
        </>
      )}
      <form method="post" action={desk.changes} className="line-act">
        <Hidden fields={[['id', change], ...choices, ...editions.map((edition): [string, string] => ['sure', edition])]} />
        <button data-turbo-submits-with={words.runs}>{isAsking ? words.yesAsk : words.yes(stories)}</button>
      </form>
      <form method="post" action={desk.changes} className="line-act" data-turbo="false">
        <Hidden fields={[...choices, ['back', 'yes']]} />
        <button className="quiet">{words.back}</button>
      </form>
    </div>
  )
}

function Hidden({ fields }: { fields: [string, string][] }): ReactNode {
  return fields.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)
}
