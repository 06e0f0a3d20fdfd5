import type { ReactNode } from 'react'

import type { ImportPreview } from '#newsroom/translations/import-translation.ts'
import { desk, link } from '#src/routes.ts'
import { directionOf, ownName } from '#surfaces/ui/in-words.ts'

import { WayBack } from '../frame/way-back.tsx'
import { Parts } from '../history/compare-page.tsx'
import { useWords } from '../words/use-words.ts'

type Props = { document: { text: string; name: string }; previews: ImportPreview[]; failure: string | undefined; mayTake: boolean }

/** What a document from translators changes, story by story and word by word, and the button that does it. */
export function ReturnedPage({ document, previews, failure, mayTake }: Props): ReactNode {
  const words = useWords().translations
  const isHeld = previews.some(({ held }) => held.length > 0)
  const hasSomething = previews.some(({ changes, confirmed }) => changes.length + confirmed > 0)
  return (
    <div className="railed">
      <WayBack href={desk.translations}>{words.title}</WayBack>
      <h1>{words.inTitle}</h1>
      <p className="help lead-in" dir="auto">
        {document.name}
      </p>
      {failure ? (
        <p className="failure" role="alert">
          {failure}
        </p>
      ) : null}
      {previews.map((preview) => (
        <Changes key={preview.edition} preview={preview} />
      ))}
      {mayTake && hasSomething ? (
        <form method="post" action={desk.translationFilesIn} className="take-in">
          <input type="hidden" name="text" value={document.text} />
          <input type="hidden" name="name" value={document.name} />
          {isHeld ? <input type="hidden" name="takesRest" value="yes" /> : null}
          <button>{isHeld ? words.takeRest : words.takeIn}</button>
        </form>
      ) : null}
    </div>
  )
}

function Changes({ preview }: { preview: ImportPreview }): ReactNode {
  const say = useWords()
  const words = say.translations
  const { changes, held, confirmed, to, edition, headline } = preview
  return (
    <section className="returned">
      <h2>
        <a href={link(desk.translation, { edition })} lang={to} dir={directionOf(to)}>
          {headline || say.untitled}
        </a>{' '}
        <span className="line-about">{ownName(to)}</span>
      </h2>
      {changes.length + confirmed === 0 ? <p className="nothing">{words.inNothing}</p> : null}
      {changes.map(({ id, kind, parts }) => (
        <div className="change" key={id}>
          <h3>{words.kinds[kind]}</h3>
          <p className="compared" lang={to} dir={directionOf(to)}>
            <Parts parts={parts} />
          </p>
        </div>
      ))}
      {confirmed > 0 ? <p>{words.confirmed(confirmed)}</p> : null}
      {held.length > 0 ? (
        <>
          <h3>{words.held}</h3>
          <p className="help">{words.heldHelp}</p>
          <ul className="held">
            {held.map(({ id, kind, words: said, why, line }) => (
              <li key={id}>
                <b>{kind ? words.kinds[kind] : words.statuses.removed}</b>{' '}
                <span lang={to} dir={directionOf(to)}>
                  {said}
                </span>{' '}
                <span className="line-about">
                  {words.why[why]} ({line})
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
