import type { ReactNode } from 'react'

import type { OpenAssignment } from '#newsroom/assignments/find-assignments.ts'
import { desk, link } from '#src/routes.ts'
import { dayInWords } from '#surfaces/ui/day.ts'

import { RefusedPart, useIsRefused } from '../frame/refused-form.tsx'
import type { Choice } from '../frame/register-names.ts'
import { SaidChoice, SaidField } from '../frame/said-field.tsx'
import { useWords } from '../words/use-words.ts'

/** What is asked of whom about this text, and a form to ask more. */
export function AssignmentPanel({
  edition,
  assignments,
  members,
  mayAssign,
}: {
  edition: string
  assignments: OpenAssignment[]
  members: Choice[]
  mayAssign: boolean
}): ReactNode {
  const say = useWords()
  const words = say.assignments
  const action = link(desk.assignments, { edition })
  const isRefused = useIsRefused(action)
  if (assignments.length === 0 && !mayAssign) return null
  return (
    <section className="panel" aria-labelledby="assignments-title">
      <h2 id="assignments-title" tabIndex={-1}>
        {words.title}
      </h2>
      <ul className="notices">
        {assignments.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.member}</b> <bdi>{one.task}</bdi>
            </p>
            {one.dueOn ? <p className="line-about">{say.home.by(dayInWords(one.dueOn, say.language))}</p> : null}
          </li>
        ))}
      </ul>
      {mayAssign ? (
        <details open={isRefused}>
          <summary>{words.give}</summary>
          <form method="post" action={action} className="fields">
            <RefusedPart form={action}>
              <SaidChoice name="member" label={words.who} choices={members} required />
              <SaidField name="task" label={words.task} required maxLength={300} dir="auto" />
              <SaidField name="dueOn" type="date" label={words.due} />
            </RefusedPart>
            <button className="quiet">{words.give}</button>
          </form>
        </details>
      ) : null}
    </section>
  )
}
