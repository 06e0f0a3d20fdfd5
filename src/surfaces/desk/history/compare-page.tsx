import type { ReactNode } from 'react'

import type { BlockChange, FieldChange } from '#newsroom/comparing/compare-contents.ts'
import type { Part } from '#lib/compare-texts.ts'
import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import type { RevisionLine } from '#newsroom/stories/read-writing.ts'
import { desk, link } from '#src/routes.ts'

import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'

type Props = {
  edition: HeldEdition
  number: number
  other: number
  revisions: RevisionLine[]
  changes: FieldChange[]
  nameOf: (field: string, value: string) => string
  mayWrite: boolean
  mayName: boolean
}

/** What changed between two revisions, field by field, and what can be done with the one. */
export function ComparePage({ edition, number, other, revisions, changes, nameOf, mayWrite, mayName }: Props): ReactNode {
  const say = useWords()
  const words = say.history
  const to = { edition: edition.id, number: String(number) }
  return (
    <div className="railed">
      <WayBack href={link(desk.history, { edition: edition.id })}>{words.title}</WayBack>
      <h1>{say.writing.revision(number)}</h1>
      <form className="filters" action={link(desk.revision, to)}>
        <label>
          <span>{words.compare}</span>
          <select name="with" defaultValue={String(other)}>
            {revisions
              .filter((revision) => revision.number !== number)
              .map((revision) => (
                <option key={revision.number} value={revision.number}>
                  {words.with(revision.number)} {revision.name ?? ''}
                </option>
              ))}
          </select>
        </label>
        <button className="quiet">{words.compare}</button>
      </form>
      {changes.length === 0 ? <p className="nothing">{words.nothingChanged}</p> : null}
      <div className="changes">
        {changes.map((change) => (
          <ChangeSection key={change.kind === 'body' ? 'body' : change.field} change={change} language={edition.language} nameOf={nameOf} />
        ))}
      </div>
      <div className="compare-acts">
        {mayWrite && number !== edition.revision ? (
          <form method="post" action={link(desk.restore, to)}>
            <button>{words.restore}</button>
          </form>
        ) : null}
        {mayName ? <NameForm action={link(desk.revisionName, to)} name={revisions.find((one) => one.number === number)?.name} /> : null}
      </div>
    </div>
  )
}

function NameForm({ action, name }: { action: string; name: string | null | undefined }): ReactNode {
  const words = useWords().history
  return (
    <form method="post" action={action} className="filters">
      <label>
        <span>{words.name}</span>
        <input name="name" required maxLength={120} defaultValue={name ?? ''} dir="auto" />
      </label>
      <button className="quiet">{words.nameSave}</button>
    </form>
  )
}

function ChangeSection({ change, language, nameOf }: { change: FieldChange; language: string; nameOf: Props['nameOf'] }): ReactNode {
  const say = useWords()
  const words = say.history
  const field = change.kind === 'body' ? 'body' : change.field
  const kinds: { readonly [kind: string]: string } = say.kinds
  const named = (value: string) => (field === 'kind' ? (kinds[value] ?? value) : nameOf(field, value))
  return (
    <section className="change" aria-labelledby={`change-${field}`}>
      <h2 id={`change-${field}`}>{words.fields[field]}</h2>
      {change.kind === 'text' ? (
        <p className="compared" lang={language} dir="auto">
          <Parts parts={change.parts} />
        </p>
      ) : change.kind === 'body' ? (
        <div className="compared" lang={language} dir="auto">
          {change.blocks.map((block, position) => (
            <BlockLine key={position} block={block} />
          ))}
        </div>
      ) : (
        <dl className="compared">
          <dt>{words.before}</dt>
          <dd>{change.before.map(named).join(', ') || say.writing.none}</dd>
          <dt>{words.after}</dt>
          <dd>{change.after.map(named).join(', ') || say.writing.none}</dd>
        </dl>
      )}
    </section>
  )
}

function BlockLine({ block }: { block: BlockChange }): ReactNode {
  const words = useWords().history
  return (
    <p className={`block-${block.kind}`}>
      {block.kind === 'formatted' ? <span className="help">{words.formatted} </span> : null}
      <Parts parts={block.parts} />
    </p>
  )
}

/** Additions and removals as the elements that say so to a screen reader too. */
export function Parts({ parts }: { parts: Part[] }): ReactNode {
  return parts.map((part, position) => {
    if (part.kind === 'added') return <ins key={position}>{part.text}</ins>
    if (part.kind === 'removed') return <del key={position}>{part.text}</del>
    return <span key={position}>{part.text}</span>
  })
}
