import type { ReactNode } from 'react'

import type { Register } from '#newsroom/entries/field.ts'
import type { Merge } from '#newsroom/registers/find-merges.ts'
import type { EntryLine } from '#newsroom/registers/list-entries.ts'
import { desk, link } from '#src/routes.ts'

import { momentInWords } from '../frame/moments.ts'
import { useWords } from '../words/use-words.ts'

/** An entry that was merged into the one that is shown. */
export type MergedEntry = { line: EntryLine; merge: Merge | undefined }

type HereProps = {
  register: Register
  merged: MergedEntry[]
  /** What was merged just now. */
  justNow: string | undefined
  mayUndo: boolean
  timeZone: string
}

const openAtMost = 3

/** What was merged into an entry, when and by whom, each with the way back; what was merged just now is told first. */
export function MergedHere({ register, merged, justNow, mayUndo, timeZone }: HereProps): ReactNode {
  const words = useWords().registers
  const now = merged.find(({ line }) => line.id === justNow)
  const rest = merged.filter((one) => one !== now)
  const list = (
    <ul className="entry-list">
      {rest.map(({ line, merge }) => (
        <li key={line.id} className="merged">
          <p>
            <b>{line.name}</b> <span className="help">{line.slug}</span>
            <MergeMoment merge={merge} timeZone={timeZone} />
          </p>
          {mayUndo ? <UndoForm register={register} id={line.id} name={line.name} /> : null}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {now ? (
        <div className="made merged">
          <output>{words.mergedNow(now.line.name)}</output>
          {mayUndo ? <UndoForm register={register} id={now.line.id} name={now.line.name} /> : null}
        </div>
      ) : null}
      {rest.length === 0 ? null : (
        <details className="panel" open={rest.length <= openAtMost}>
          <summary>{words.mergedHere(rest.length)}</summary>
          {list}
        </details>
      )}
    </>
  )
}

type IntoProps = {
  register: Register
  id: string
  name: string
  into: EntryLine
  merge: Merge | undefined
  mayUndo: boolean
  timeZone: string
}

/** Where an entry was merged into, and the way back. */
export function MergedNote({ register, id, name, into, merge, mayUndo, timeZone }: IntoProps): ReactNode {
  const words = useWords().registers
  return (
    <div className="notice merged">
      <p>
        <a href={link(desk.entry, { register: register.name, entry: into.id })}>{words.merged(into.name)}</a>
        <MergeMoment merge={merge} timeZone={timeZone} />
      </p>
      {mayUndo ? <UndoForm register={register} id={id} name={name} /> : null}
    </div>
  )
}

function MergeMoment({ merge, timeZone }: { merge: Merge | undefined; timeZone: string }): ReactNode {
  const say = useWords()
  if (!merge) return null
  return <span className="line-about">{say.registers.mergedAt(momentInWords(merge.at, timeZone, say.language), merge.by)}</span>
}

function UndoForm({ register, id, name }: { register: Register; id: string; name: string }): ReactNode {
  return (
    <form method="post" action={link(desk.entryMergeOff, { register: register.name, entry: id })}>
      <button className="quiet">{useWords().registers.undoMerge(name)}</button>
    </form>
  )
}
