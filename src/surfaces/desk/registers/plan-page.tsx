import type { ReactNode } from 'react'

import type { Register } from '#newsroom/entries/field.ts'
import type { ImportPlan } from '#newsroom/registers/plan-import.ts'
import type { CellChange } from '#newsroom/registers/told-plan.ts'
import { desk, link } from '#src/routes.ts'

import { WayBack } from '../frame/way-back.tsx'
import { FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import { failureInWords } from '../words/failure-in-words.ts'

type Props = { register: Register; plan: ImportPlan; csv: string; failure?: string }

/** What a table would do, cell by cell; the button does exactly that. */
export function PlanPage({ register, plan, csv, failure }: Props): ReactNode {
  const words = useWords().registers.table
  const path = { register: register.name }
  const { added, changed, refused, unchanged } = plan
  return (
    <>
      <WayBack href={link(desk.registerTable, path)}>{words.another}</WayBack>
      <h1>{words.planTitle}</h1>
      <FailureNote failure={failure} />
      <p className="lead-in">{words.summary(added.length, changed.length, unchanged, refused.length)}</p>
      {plan.untold > 0 ? <p className="help">{words.untold(plan.untold)}</p> : null}
      {refused.length > 0 ? <Refused plan={plan} /> : null}
      <Changes title={words.added} rows={added} />
      <Changes title={words.changed} rows={changed} />
      {added.length + changed.length > 0 ? (
        <form method="post" action={link(desk.registerTableIn, path)} className="fields plan-acts" data-turbo="false">
          <input type="hidden" name="agreed" value={plan.hash} />
          <textarea name="csv" hidden readOnly value={csv} aria-label={words.file} />
          <button>{words.confirm}</button>
        </form>
      ) : (
        <p className="nothing">{words.nothing}</p>
      )}
    </>
  )
}

function Refused({ plan }: { plan: ImportPlan }): ReactNode {
  const say = useWords()
  const words = say.registers.table
  return (
    <section aria-labelledby="refused" className="part">
      <h2 id="refused">{words.refused}</h2>
      <p className="help">{words.refusedHelp}</p>
      <table className="plan">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {plan.refused.map(({ line, why }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>
                {why.map((failure) => (
                  <p key={failure.message} dir="auto">
                    {failureInWords(failure, say)}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Row = { line: number; entry: { slug: string }; cells: CellChange[] }

function Changes({ title, rows: all }: { title: string; rows: Row[] }): ReactNode {
  const words = useWords().registers.table
  const rows = all.filter(({ cells }) => cells.length > 0)
  if (rows.length === 0) return null
  return (
    <section className="part">
      <h2>{title}</h2>
      <div className="plan-box">
        <table className="plan">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              {[words.line, words.entry, words.column, words.before, words.after].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ line, entry, cells }) =>
              cells.map((cell, position) => (
                <tr key={`${line} ${cell.header}`}>
                  <td>{position === 0 ? line : ''}</td>
                  <th scope="row">{position === 0 ? entry.slug : ''}</th>
                  <td>{cell.header}</td>
                  <td dir="auto">{cell.before}</td>
                  <td dir="auto">{cell.after}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </section>
  )
}
