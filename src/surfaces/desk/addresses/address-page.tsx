import type { ReactNode } from 'react'

import type { MissedAddress } from '#newsroom/old-addresses/missed-addresses.ts'
import type { OldAddress } from '#newsroom/old-addresses/old-address.ts'
import type { TriedAddress } from '#newsroom/old-addresses/try-address.ts'
import { desk } from '#src/routes.ts'

import { momentInWords } from '../frame/moments.ts'
import { PageLinks } from '../frame/page-links.tsx'
import { SaidField } from '../frame/said-field.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { DoneNote, FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import { AddressTable, MissedTable } from './address-tables.tsx'

type Props = {
  addresses: OldAddress[]
  missed: MissedAddress[]
  text: string
  test: string
  tried?: TriedAddress
  path: string
  to: string
  failure?: string
  done?: string
  olderHref: string | undefined
  firstHref: string | undefined
  timeZone: string
}

/** Where old addresses lead, and which addresses readers miss. */
export function AddressPage({
  addresses,
  missed,
  text,
  test,
  tried,
  path,
  to,
  failure,
  done,
  olderHref,
  firstHref,
  timeZone,
}: Props): ReactNode {
  const say = useWords()
  const words = say.addresses
  return (
    <>
      <WayBack href={desk.settings}>{say.settings.title}</WayBack>
      <h1>{words.title}</h1>
      <p className="help lead-in">{words.lead}</p>
      <DoneNote done={done} />
      <TestForm test={test} tried={tried} timeZone={timeZone} />
      <AddForm path={path} to={to} failure={failure} />
      <section aria-labelledby="by-hand" className="part">
        <h2 id="by-hand">{words.byHand}</h2>
        <form className="filters" action={desk.addresses}>
          <label>
            <span>{words.search}</span>
            <input type="search" name="text" defaultValue={text} data-search maxLength={200} dir="ltr" />
          </label>
          <button className="quiet">{words.show}</button>
        </form>
        {addresses.length > 0 ? (
          <AddressTable addresses={addresses} timeZone={timeZone} />
        ) : (
          <p className="nothing">
            {text === '' ? words.byHandNone : words.nothing} {text === '' ? null : <a href={desk.addresses}>{words.all}</a>}
          </p>
        )}
        <PageLinks label={words.byHand} firstHref={firstHref} nextHref={olderHref} next={words.older} />
      </section>
      <section aria-labelledby="missed" id="missed-addresses" className="part">
        <h2 id="missed">{words.missed}</h2>
        <p className="help">{words.missedHelp}</p>
        {missed.length > 0 ? <MissedTable missed={missed} timeZone={timeZone} /> : <p className="nothing">{words.missedNone}</p>}
      </section>
    </>
  )
}

function TestForm({ test, tried, timeZone }: { test: string; tried: TriedAddress | undefined; timeZone: string }): ReactNode {
  const words = useWords().addresses
  return (
    <section aria-labelledby="test-title" className="part">
      <h2 id="test-title">{words.test}</h2>
      <form action={desk.addresses} className="fields">
        <label>
          <span>{words.address}</span>
          <input name="test" required defaultValue={test} maxLength={1000} dir="ltr" spellCheck={false} aria-describedby="test-help" />
          <span className="help" id="test-help">
            {words.testHelp}
          </span>
        </label>
        <button className="quiet">{words.tryIt}</button>
      </form>
      {tried ? <Answer tried={tried} timeZone={timeZone} /> : null}
    </section>
  )
}

function Answer({ tried, timeZone }: { tried: TriedAddress; timeZone: string }): ReactNode {
  const { language, addresses: words } = useWords()
  const { answers } = words
  const { byHand } = tried
  return (
    <output className="made">
      <bdi className="old-path">{tried.path}</bdi>: {tried.kind === 'moved' ? answers.moved(tried.location ?? '') : answers[tried.kind]}{' '}
      {byHand ? answers.byHand(byHand.addedBy, momentInWords(byHand.addedAt, timeZone, language)) : null}
    </output>
  )
}

function AddForm({ path, to, failure }: { path: string; to: string; failure: string | undefined }): ReactNode {
  const words = useWords().addresses
  return (
    <section aria-labelledby="add-title" id="add" className="part">
      <h2 id="add-title">{words.add}</h2>
      <FailureNote failure={failure} />
      <form method="post" action={desk.addresses} className="fields">
        <SaidField name="path" label={words.address} value={path} required maxLength={1000} dir="ltr" spellCheck={false} />
        <SaidField name="to" label={words.to} value={to} help={words.toHelp} required maxLength={1000} dir="ltr" spellCheck={false} />
        <button>{words.save}</button>
      </form>
    </section>
  )
}
