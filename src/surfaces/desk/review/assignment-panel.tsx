import type { ReactNode } from 'react'

import type { OpenAssignment } from '#newsroom/assignments/find-assignments.ts'
import { desk, link } from '#src/routes.ts'
import { dayInWords } from '#surfaces/ui/day.ts'

import type { Choice } from '../frame/register-names.ts'
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
        <details>
          <summary>{words.give}</summary>
          <form method="post" action={link(desk.assignments, { edition })} className="fields">
            <label>
              <span>{words.who}</span>
              <select name="member" required>
                {members.map((member) => (
                  <option key={member.value} value={member.value}>
                    {member.name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span>{words.task}</span>
              <input name="task" required maxLength={300} dir="auto" />
            </label>
            <label>
              <span>{words.due}</span>
              <input name="dueOn" type="date" />
            </label>
            <button className="quiet">{words.give}</button>
          </form>
        </details>
      ) : null}
    </section>
  )
}
