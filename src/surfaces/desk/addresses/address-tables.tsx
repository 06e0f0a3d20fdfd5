import type { ReactNode } from 'react'

import type { MissedAddress } from '#newsroom/old-addresses/missed-addresses.ts'
import type { OldAddress } from '#newsroom/old-addresses/old-address.ts'
import { desk, link } from '#src/routes.ts'

import { Moment } from '../frame/state-mark.tsx'
import { useWords } from '../words/use-words.ts'

export function AddressTable({ addresses, timeZone }: { addresses: OldAddress[]; timeZone: string }): ReactNode {
  const say = useWords()
  const words = say.addresses
  return (
    <div className="lines-box">
      <table className="lines acts">
        <caption className="unseen">{words.byHand}</caption>
        <Head names={[words.address, words.to, words.by, words.when, words.remove]} />
        <tbody>
          {addresses.map((address) => (
            <tr key={address.path}>
              <th scope="row">
                <bdi className="old-path">{address.path}</bdi>
              </th>
              <td>
                <Target address={address} />
              </td>
              <td>{address.addedBy}</td>
              <td className="line-when">
                <Moment at={address.addedAt} timeZone={timeZone} />
              </td>
              <td>
                <form method="post" action={desk.addressOff} className="line-act">
                  <input type="hidden" name="path" value={address.path} />
                  <button className="quiet" aria-label={say.about(words.remove, address.path)}>
                    {words.remove}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Target({ address }: { address: OldAddress }): ReactNode {
  const words = useWords().addresses
  if (address.edition === null) return <bdi className="old-path">{address.target}</bdi>
  return (
    <a href={link(desk.edition, { edition: address.edition })} dir="auto">
      {address.headline || words.story}
    </a>
  )
}

export function MissedTable({ missed, timeZone }: { missed: MissedAddress[]; timeZone: string }): ReactNode {
  const say = useWords()
  const words = say.addresses
  return (
    <div className="lines-box">
      <table className="lines acts">
        <caption className="unseen">{words.missed}</caption>
        <Head names={[words.address, words.hits, words.last, words.leadOn]} />
        <tbody>
          {missed.map(({ path, hits, lastAt }) => (
            <tr key={path}>
              <th scope="row">
                <bdi className="old-path">{path}</bdi>
              </th>
              <td className="line-when">{hits}</td>
              <td className="line-when">
                <Moment at={lastAt} timeZone={timeZone} />
              </td>
              <td>
                <a href={`${desk.addresses}?${new URLSearchParams({ path })}#add`} aria-label={say.about(words.leadOn, path)}>
                  {words.leadOn}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({ names }: { names: string[] }): ReactNode {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
