import type { ReactNode } from 'react'

import type { RevisionContent } from '#newsroom/stories/story.ts'
import { directionOf } from '#surfaces/ui/in-words.ts'
import { PrintBody } from '#surfaces/ui/print-body.tsx'

import { useWords } from '../words/use-words.ts'

/** What readers will read, in the order in which they will. */
export function TextFields({
  content,
  direction,
  language,
  isBegun,
}: {
  content: RevisionContent
  direction: 'ltr' | 'rtl'
  language: string
  /** Somebody has written already; where nobody has, one begins with the headline. */
  isBegun: boolean
}): ReactNode {
  const say = useWords()
  const words = say.writing
  return (
    <>
      <label className="headline-field">
        <span lang={say.language} dir={directionOf(say.language)}>
          {words.headline}
        </span>
        <textarea
          id="headline"
          name="headline"
          rows={1}
          maxLength={500}
          defaultValue={content.headline}
          data-grows
          data-one-line
          spellCheck
          autoFocus={!isBegun}
        />
      </label>
      <label className="summary-field">
        <span lang={say.language} dir={directionOf(say.language)}>
          {words.summary}
        </span>
        <textarea
          id="summary"
          name="summary"
          rows={3}
          maxLength={5000}
          defaultValue={content.summary}
          data-grows
          data-one-line
          aria-describedby="summary-help"
          spellCheck
        />
      </label>
      <div className="field-foot" lang={say.language} dir={directionOf(say.language)}>
        <p className="help" id="summary-help">
          {words.summaryHelp}
        </p>
        <output data-count="summary" />
      </div>
      <div className="body-field" lang={language} dir={direction}>
        <p className="field-name" id="text-label" lang={say.language} dir={directionOf(say.language)}>
          {words.text}
        </p>
        <div data-editor data-words={JSON.stringify(say.editor)}>
          <div className="prose" data-printed>
            <PrintBody body={content.body} language={language} />
          </div>
          <noscript>
            <p className="help" lang={say.language} dir={directionOf(say.language)}>
              {words.noScript}
            </p>
          </noscript>
        </div>
      </div>
    </>
  )
}
