import type { ReactNode } from 'react'

import type { Register } from '#newsroom/entries/field.ts'
import type { Use } from '#newsroom/registers/count-uses.ts'
import type { EntryLine } from '#newsroom/registers/list-entries.ts'
import { desk, link } from '#src/routes.ts'

import { WayBack } from '../frame/way-back.tsx'
import { FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import { Uses } from './entry-page.tsx'

type Props = {
  register: Register
  entry: EntryLine
  uses: { use: Use; n: number }[]
  /** The one that was chosen, or those to choose from. */
  into: EntryLine | undefined
  found: EntryLine[]
  text: string
  failure?: string
}

/** Two entries become one: which stays, what follows, and then it is done. */
export function MergePage({ register, entry, uses, into, found, text, failure }: Props): ReactNode {
  const words = useWords().registers
  const path = { register: register.name, entry: entry.id }
  return (
    <div className="narrow">
      <WayBack href={link(desk.entry, path)}>{entry.name}</WayBack>
      <h1>{words.mergeTitle(entry.name)}</h1>
      <p className="help">{words.mergeHelp}</p>
      <FailureNote failure={failure} />
      {into ? (
        <Confirm register={register} entry={entry} into={into} uses={uses} />
      ) : (
        <Chooser action={link(desk.entryMerge, path)} found={found} text={text} />
      )}
    </div>
  )
}

function Confirm({
  register,
  entry,
  into,
  uses,
}: {
  register: Register
  entry: EntryLine
  into: EntryLine
  uses: Props['uses']
}): ReactNode {
  const words = useWords().registers
  const action = link(desk.entryMerge, { register: register.name, entry: entry.id })
  return (
    <form method="post" action={action} className="fields">
      <h2>{words.mergeInto(entry.name, into.name)}</h2>
      <div>
        <p className="field-name">{words.mergeMoves}</p>
        {uses.length > 0 ? <Uses uses={uses} /> : <p className="help">{words.mergeNothing}</p>}
      </div>
      <input type="hidden" name="into" value={into.id} />
      <button>{words.mergeDo}</button>
      <a href={action}>{words.mergeOther}</a>
    </form>
  )
}

function Chooser({ action, found, text }: { action: string; found: EntryLine[]; text: string }): ReactNode {
  const say = useWords()
  const words = say.registers
  return (
    <>
      <form className="filters" action={action}>
        <label>
          <span>{words.mergeSearch}</span>
          <input type="search" name="text" defaultValue={text} maxLength={200} data-search />
        </label>
        <button className="quiet">{words.show}</button>
      </form>
      {found.length === 0 ? <p className="nothing">{words.nothing}</p> : null}
      <ul className="entry-list">
        {found.map((line) => (
          <li key={line.id}>
            <a href={`${action}?into=${encodeURIComponent(line.id)}`}>{line.acronym ? say.about(line.acronym, line.name) : line.name}</a>{' '}
            <span className="help">{line.slug}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
