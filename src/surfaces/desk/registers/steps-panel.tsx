import type { ReactNode } from 'react'

import type { HeldEntry } from '#newsroom/entries/entry-store.ts'
import type { Register } from '#newsroom/entries/field.ts'
import { desk, link } from '#src/routes.ts'

import { RefusedPart, useIsRefused } from '../frame/refused-form.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'

/** What is seldom done with an entry: another address, the archive, a merge. */
export function StepsPanel({ register, held }: { register: Register; held: HeldEntry }): ReactNode {
  const words = useWords().registers
  const path = { register: register.name, entry: held.id }
  const move = link(desk.entrySlug, path)
  return (
    <details className="panel" open={useIsRefused(move)}>
      <summary>{words.otherSteps}</summary>
      {register.key === 'id' ? (
        <form method="post" action={move} className="fields">
          <RefusedPart form={move}>
            <SaidField
              name="slug"
              label={words.move}
              value={held.entry.slug}
              help={words.moveHelp}
              required
              maxLength={120}
              autoComplete="off"
            />
          </RefusedPart>
          <button className="quiet">{words.moveSave}</button>
        </form>
      ) : null}
      <form method="post" action={link(held.archivedAt === null ? desk.entryArchive : desk.entryArchiveOff, path)}>
        {held.archivedAt === null ? <p className="help">{words.archiveHelp}</p> : null}
        <button className="quiet">{held.archivedAt === null ? words.archive : words.bringBack}</button>
      </form>
      <p>
        <a href={link(desk.entryMerge, path)}>{words.merge}</a>
      </p>
    </details>
  )
}
