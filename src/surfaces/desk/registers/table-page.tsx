import type { ReactNode } from 'react'

import type { Register } from '#newsroom/entries/field.ts'
import { desk, link } from '#src/routes.ts'

import { SaidField } from '../frame/said-field.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'

/** A register out to a spreadsheet, and in again. */
export function TablePage({ register, mayChange, failure }: { register: Register; mayChange: boolean; failure?: string }): ReactNode {
  const words = useWords().registers
  const path = { register: register.name }
  const file = link(desk.registerTableFile, path)
  return (
    <div className="narrow">
      <WayBack href={link(desk.register, path)}>{words.names[register.name]}</WayBack>
      <h1>{words.table.title(words.names[register.name])}</h1>
      <FailureNote failure={failure} />
      <h2>{words.table.out}</h2>
      <p className="help">{words.table.outHelp}</p>
      <p className="entry-links">
        <a href={file} download data-turbo="false">
          {words.table.download}
        </a>
        <a href={`${file}?archived=yes`} download data-turbo="false">
          {words.table.downloadAll}
        </a>
      </p>
      {mayChange ? (
        <>
          <h2>{words.table.in}</h2>
          <p className="help">{words.table.inHelp}</p>
          <form method="post" action={link(desk.registerTable, path)} encType="multipart/form-data" className="fields" data-turbo="false">
            <SaidField name="table" type="file" label={words.table.file} accept=".csv,text/csv,.tsv,.txt" required />
            <button>{words.table.look}</button>
          </form>
        </>
      ) : null}
    </div>
  )
}
