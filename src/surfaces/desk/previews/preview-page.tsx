import type { ReactNode } from 'react'

import type { KnownLink } from '#newsroom/private-links/answer-private-link.ts'
import { longestDays } from '#newsroom/private-links/private-link.ts'
import type { HeldEdition } from '#newsroom/stories/edition-store.ts'
import { desk, link } from '#src/routes.ts'

import { momentInWords } from '../frame/moments.ts'
import { RefusedNote, RefusedPart, useIsRefused } from '../frame/refused-form.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { useWords } from '../words/use-words.ts'

export type PreviewProps = {
  edition: HeldEdition
  links: KnownLink[]
  mayShow: boolean
  timeZone: string
  now: Date
  /** The address of a link that was just made; it cannot be shown again. */
  made?: string
}

/** The story as the site will print it, at three widths, and the links that show it to people without an account. */
export function PreviewPage({ edition, links, mayShow, timeZone, now, made }: PreviewProps): ReactNode {
  const say = useWords()
  const words = say.preview
  const page = link(desk.print, { edition: edition.id })
  return (
    <>
      <WayBack href={link(desk.edition, { edition: edition.id })}>{say.release.back}</WayBack>
      <h1>{words.title}</h1>
      <p className="help">{words.help}</p>
      <RefusedNote />
      {made ? <MadeLink address={made} /> : null}
      <div className="previews">
        {(['phone', 'tablet', 'desktop'] as const).map((width) => (
          <figure key={width} className={`of-${width}`}>
            <figcaption>
              <a href={page}>{words.widths[width]}</a>
            </figcaption>
            <div className="preview-frame">
              <iframe src={page} title={words.widths[width]} loading="lazy" />
            </div>
          </figure>
        ))}
      </div>
      {mayShow ? <PrivateLinks {...{ edition, links, timeZone, now }} /> : null}
    </>
  )
}

function MadeLink({ address }: { address: string }): ReactNode {
  const words = useWords().preview
  return (
    <output className="made">
      {words.made} <input readOnly value={address} aria-label={words.links} dir="ltr" data-select-all />
    </output>
  )
}

function PrivateLinks({ edition, links, timeZone, now }: Omit<PreviewProps, 'mayShow' | 'made'>): ReactNode {
  const words = useWords().preview
  return (
    <section className="part preview-links" aria-labelledby="links-title">
      <h2 id="links-title">{words.links}</h2>
      <div>
        <p className="help">{words.linksHelp}</p>
        <ul className="notices">
          {links.map((one) => (
            <PrivateLinkItem key={one.id} {...{ edition, one, timeZone, now }} />
          ))}
        </ul>
        <LinkForm edition={edition.id} isOpen={links.length === 0} />
      </div>
    </section>
  )
}

function LinkForm({ edition, isOpen }: { edition: string; isOpen: boolean }): ReactNode {
  const words = useWords().preview
  const action = link(desk.privateLinks, { edition })
  return (
    <details open={useIsRefused(action) || isOpen}>
      <summary>{words.make}</summary>
      <form method="post" action={action} className="filters" data-turbo="false">
        <RefusedPart form={action}>
          <SaidField name="forWhom" label={words.forWhom} required maxLength={200} dir="auto" />
          <SaidField name="days" type="number" label={words.days} value="14" required min={1} max={longestDays} />
        </RefusedPart>
        <button className="quiet">{words.make}</button>
      </form>
    </details>
  )
}

function PrivateLinkItem({
  edition,
  one,
  timeZone,
  now,
}: {
  edition: HeldEdition
  one: KnownLink
  timeZone: string
  now: Date
}): ReactNode {
  const say = useWords()
  const words = say.preview
  const isOpen = one.revokedAt === null && one.expiresAt > now
  const state = one.revokedAt ? words.revoked : isOpen ? words.expires(momentInWords(one.expiresAt, timeZone, say.language)) : words.expired
  return (
    <li>
      <p>
        <b>{one.forWhom}</b>, {say.writing.revision(one.revision)}, {state}
      </p>
      {one.answers.map((answer) => (
        <div key={answer.at.toISOString()} className="comment">
          <p>
            {answer.name}{' '}
            {answer.verdict in words.verdicts ? words.verdicts[answer.verdict as keyof typeof words.verdicts] : answer.verdict},{' '}
            {momentInWords(answer.at, timeZone, say.language)}
          </p>
          {answer.words ? (
            <p className="said" dir="auto">
              {answer.words}
            </p>
          ) : null}
          <details className="line-about">
            <summary>{words.saidOf(one.revision)}</summary>
            <p>
              {words.fingerprint} <code>{answer.hash}</code>
            </p>
          </details>
        </div>
      ))}
      {isOpen ? (
        <form method="post" action={link(desk.privateLinkOff, { edition: edition.id, link: one.id })}>
          <button className="quiet" aria-label={say.about(words.revoke, one.forWhom)}>
            {words.revoke}
          </button>
        </form>
      ) : null}
    </li>
  )
}
