import type { ReactNode } from 'react'

import type { Register } from '#newsroom/entries/field.ts'
import { registerNames } from '#newsroom/entries/field.ts'
import type { EntryLine } from '#newsroom/registers/list-entries.ts'
import { desk, link } from '#src/routes.ts'

import { PageLinks } from '../frame/page-links.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { DoneNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import { choiceName } from './field-names.ts'

/** The six registers, with what each is for. */
export function RegistersPage(): ReactNode {
  const words = useWords().registers
  return (
    <div className="narrow">
      <h1>{words.title}</h1>
      <p className="help">{words.lead}</p>
      <ul className="entry-list">
        {registerNames.map((register) => (
          <li key={register}>
            <a className="line-story" href={link(desk.register, { register })}>
              {words.names[register]}
            </a>
            <p className="help">{words.about[register]}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

export type ListProps = {
  register: Register
  lines: EntryLine[]
  total: number
  text: string
  withArchived: boolean
  nextHref: string | undefined
  firstHref: string | undefined
  mayAdd: boolean
  done?: string
}

/** A register: search in it, add to it, take it out or bring it in as a table. */
export function RegisterListPage({ register, lines, total, text, withArchived, nextHref, firstHref, mayAdd, done }: ListProps): ReactNode {
  const words = useWords().registers
  const path = { register: register.name }
  const here = link(desk.register, path)
  return (
    <>
      <WayBack href={desk.registers}>{words.title}</WayBack>
      <div className="desk-head">
        <h1>{words.names[register.name]}</h1>
        {mayAdd ? (
          <a className="button" href={link(desk.newEntry, path)}>
            {words.add(words.one[register.kind])}
          </a>
        ) : null}
      </div>
      <DoneNote done={done} />
      <form className="filters" action={here}>
        <label>
          <span>{words.search}</span>
          <input type="search" name="text" defaultValue={text} maxLength={200} data-search />
        </label>
        <label className="tick">
          <input type="checkbox" name="archived" value="yes" defaultChecked={withArchived} /> <span>{words.showArchived}</span>
        </label>
        <button className="quiet">{words.show}</button>
        <a href={link(desk.registerTable, path)}>{words.table.link}</a>
      </form>
      <p className="help">{words.found(total)}</p>
      {lines.length > 0 ? (
        <EntryTable register={register} lines={lines} />
      ) : (
        <p className="nothing">{text === '' ? words.empty : words.nothing}</p>
      )}
      <PageLinks label={words.names[register.name]} {...{ firstHref, nextHref }} first={words.first} next={words.next} />
    </>
  )
}

function EntryTable({ register, lines }: { register: Register; lines: EntryLine[] }): ReactNode {
  const say = useWords()
  const words = say.registers
  const hasKind = lines.some(({ kind }) => kind !== null)
  const heads = [words.fields.name, ...(hasKind ? [words.fields.kind] : []), words.fields[register.key === 'code' ? 'code' : 'slug']]
  return (
    <div className="lines-box">
      <table className="lines" data-lines>
        <caption className="unseen">{words.names[register.name]}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                <span>{head}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <a href={link(desk.entry, { register: register.name, entry: line.id })}>
                  {line.acronym && line.acronym !== line.name ? say.about(line.acronym, line.name) : line.name}
                </a>
                <span className="line-about">
                  {[
                    ...(line.isArchived ? [words.archived] : []),
                    ...line.otherNames.slice(0, 3),
                    ...(line.formerly?.length ? [words.formerly(line.formerly.slice(0, 3).join(', '))] : []),
                  ].join(' · ')}
                </span>
              </th>
              {hasKind ? <td>{line.kind === null ? '' : choiceName(words, line.kind)}</td> : null}
              <td dir="ltr">{line.slug}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
