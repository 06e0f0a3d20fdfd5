import type { ReactNode } from 'react'

import type { RecordedAct } from '#newsroom/audit/find-acts.ts'
import { actKinds } from '#newsroom/audit/record-act.ts'
import { desk } from '#src/routes.ts'

import type { Choice } from '../frame/register-names.ts'
import { SaidChoice } from '../frame/said-field.tsx'
import { PageLinks } from '../frame/page-links.tsx'
import { Moment } from '../frame/state-mark.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'
import { detailLines } from './act-details.ts'
import { mostInFile } from './audit-file.ts'
import type { AskedActs } from './audit-query.ts'
import { searchOf } from './audit-query.ts'
import { changeLink, objectLink } from './object-link.ts'

type Props = {
  acts: RecordedAct[]
  asked: AskedActs
  members: Choice[]
  olderHref: string | undefined
  firstHref: string | undefined
  timeZone: string
}

/** What was done by whom, newest first. */
export function AuditPage({ acts, asked, members, olderHref, firstHref, timeZone }: Props): ReactNode {
  const words = useWords().audit
  const isNarrowed = Object.values(asked).some(Boolean)
  return (
    <>
      <WayBack href={desk.settings}>{useWords().settings.title}</WayBack>
      <h1>{words.title}</h1>
      <p className="help lead-in">{words.lead}</p>
      <Filters asked={asked} members={members} />
      {asked.object === '' ? null : (
        <p className="made">
          {words.onlyOne(acts[0]?.name ?? asked.object)} <a href={desk.audit}>{words.all}</a>
        </p>
      )}
      {acts.length > 0 ? (
        <ActTable acts={acts} timeZone={timeZone} />
      ) : (
        <p className="nothing">
          {isNarrowed ? words.nothing : words.none} {isNarrowed ? <a href={desk.audit}>{words.all}</a> : null}
        </p>
      )}
      <PageLinks label={words.title} firstHref={firstHref} nextHref={olderHref}>
        <a href={`${desk.auditFile}?${searchOf(asked)}`} download data-turbo="false">
          {words.download(mostInFile)}
        </a>
      </PageLinks>
    </>
  )
}

function Filters({ asked, members }: { asked: AskedActs; members: Choice[] }): ReactNode {
  const words = useWords().audit
  const acts = Object.entries(words.acts).map(([value, name]) => ({ value, name }))
  const kinds = actKinds.map((kind) => ({ value: kind, name: words.kinds[kind] }))
  return (
    <form className="filters" action={desk.audit}>
      <label>
        <span>{words.search}</span>
        <input type="search" name="text" defaultValue={asked.text} data-search maxLength={200} />
      </label>
      <SaidChoice name="member" label={words.who} none={words.anyone} chosen={asked.member} choices={members} />
      <SaidChoice
        name="act"
        label={words.what}
        none={words.anything}
        chosen={asked.act}
        choices={acts.toSorted((a, b) => a.name.localeCompare(b.name))}
      />
      <SaidChoice name="kind" label={words.kind} none={words.anyKind} chosen={asked.kind} choices={kinds} />
      <label>
        <span>{words.from}</span>
        <input type="date" name="from" defaultValue={asked.from} />
      </label>
      <label>
        <span>{words.until}</span>
        <input type="date" name="until" defaultValue={asked.until} />
      </label>
      {asked.object === '' ? null : <input type="hidden" name="object" value={asked.object} />}
      <button className="quiet">{words.show}</button>
    </form>
  )
}

function ActTable({ acts, timeZone }: { acts: RecordedAct[]; timeZone: string }): ReactNode {
  const words = useWords().audit
  return (
    <div className="lines-box">
      <table className="lines acts" data-lines>
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            {[words.what, words.who, words.when, words.where].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <ActRow key={act.id} act={act} timeZone={timeZone} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ActRow({ act, timeZone }: { act: RecordedAct; timeZone: string }): ReactNode {
  const { audit: words, lists } = useWords()
  const named: Readonly<Record<string, string>> = words.acts
  const kinds: Readonly<Record<string, string>> = words.kinds
  const surfaces: Readonly<Record<string, string>> = words.surfaces
  const href = objectLink(act)
  const change = changeLink(act)
  const details = detailLines(act.details, words.details)
  return (
    <tr>
      <td className="act-cell">
        <span className="act-name">{named[act.act] ?? act.act}</span>{' '}
        <span className="act-object" dir="auto">
          {href ? <a href={href}>{act.name || act.object}</a> : act.name || act.object}
        </span>{' '}
        <span className="line-about">{kinds[act.kind] ?? act.kind}</span> {change ? <a href={change}>{lists.changed}</a> : null}
        {details.length > 0 ? (
          <details>
            <summary>{words.more}</summary>
            <dl className="act-details">
              {details.map(({ name, line }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd dir="auto">{line}</dd>
                </div>
              ))}
            </dl>
          </details>
        ) : null}
      </td>
      <td>{act.surface === 'schedule' ? words.itself : act.by}</td>
      <td className="line-when">
        <Moment at={act.at} timeZone={timeZone} />
      </td>
      <td>
        {surfaces[act.surface] ?? act.surface} {act.address ? <bdi className="line-about">{act.address}</bdi> : null}
      </td>
    </tr>
  )
}
