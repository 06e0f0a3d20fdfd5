import type { ReactNode } from 'react'

import type { HeldEntry } from '#newsroom/entries/entry-store.ts'
import type { Register } from '#newsroom/entries/field.ts'
import type { Use } from '#newsroom/registers/count-uses.ts'
import type { Merge } from '#newsroom/registers/find-merges.ts'
import type { EntryLine } from '#newsroom/registers/list-entries.ts'
import { desk, link } from '#src/routes.ts'

import { RefusedNote } from '../frame/refused-form.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { DoneNote, FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { FieldProps } from './entry-fields.tsx'
import { EntryForm } from './entry-form.tsx'
import type { MergedEntry } from './merge-notes.tsx'
import { MergedHere, MergedNote } from './merge-notes.tsx'
import { StepsPanel } from './steps-panel.tsx'

export type EntryPageProps = Omit<FieldProps, 'isPlace'> & {
  register: Register
  held: HeldEntry
  name: string
  /** Where it was merged into and when, and what was merged into it. */
  mergedInto: EntryLine | undefined
  merge: Merge | undefined
  mergedHere: MergedEntry[]
  justMerged: string | undefined
  timeZone: string
  uses: { use: Use; n: number }[]
  storiesHref: string | undefined
  publicHref: string | undefined
  mayChange: boolean
  mayLead: boolean
  /** The version that what is in the form was made from. */
  version: number
  failure?: string
  done?: string
}

/** One entry of a register: what it says, what leads to it, and what else can be done with it. */
export function EntryPage(props: EntryPageProps): ReactNode {
  const { register, held, name, mayChange, failure, done } = props
  const words = useWords().registers
  const path = { register: register.name, entry: held.id }
  return (
    <div className="narrow">
      <WayBack href={link(desk.register, { register: register.name })}>{words.names[register.name]}</WayBack>
      <h1>{name}</h1>
      <RefusedNote />
      <FailureNote failure={failure} />
      <DoneNote done={done} />
      {held.archivedAt === null ? null : <p className="notice">{words.archivedNote}</p>}
      {props.mergedInto ? (
        <MergedNote
          {...{ register, name, merge: props.merge, timeZone: props.timeZone }}
          id={held.id}
          into={props.mergedInto}
          mayUndo={props.mayLead}
        />
      ) : null}
      <MergedHere
        {...{ register, timeZone: props.timeZone, justNow: props.justMerged }}
        merged={props.mergedHere}
        mayUndo={props.mayLead}
      />
      <EntryLinks {...props} />
      {mayChange ? null : <p className="help">{words.readOnly}</p>}
      {props.mergedInto ? null : (
        <EntryForm
          register={register}
          action={link(desk.entry, path)}
          version={props.version}
          mayChange={mayChange}
          draft={props.draft}
          choices={props.choices}
          languages={props.languages}
          {...(props.focus !== undefined && { focus: props.focus })}
        />
      )}
      {props.mayLead && !props.mergedInto ? <StepsPanel register={register} held={held} /> : null}
    </div>
  )
}

function EntryLinks({ register, uses, storiesHref, publicHref, mergedInto }: EntryPageProps): ReactNode {
  const words = useWords().registers
  if (mergedInto) return null
  const hasStatements = register.name === 'projects' || register.name === 'organisations'
  return (
    <>
      <p className="entry-links">
        {storiesHref === undefined ? null : <a href={storiesHref}>{words.stories}</a>}
        {publicHref === undefined ? null : <a href={publicHref}>{words.publicPage}</a>}
        {hasStatements ? <a href={`${desk.rules}#funders`}>{words.statements}</a> : null}
      </p>
      <Uses uses={uses} />
    </>
  )
}

/** What refers to an entry, in words. */
export function Uses({ uses }: { uses: { use: Use; n: number }[] }): ReactNode {
  const words = useWords().registers
  return uses.length > 0 ? <p className="help">{uses.map(({ use, n }) => words.uses[use](n)).join(' · ')}</p> : null
}
