import type { ReactNode } from 'react'

import type { RevisionContent } from '#newsroom/stories/story.ts'
import { PrintBody } from '#surfaces/ui/print-body.tsx'

import { en } from '../words/en.ts'

const words = en.writing

/** What readers will read, in the order in which they will. */
export function TextFields({
  content,
  direction,
  language,
}: {
  content: RevisionContent
  direction: 'ltr' | 'rtl'
  language: string
}): ReactNode {
  return (
    <>
      <label className="headline-field">
        <span lang="en" dir="ltr">
          {words.headline}
        </span>
        <textarea name="headline" rows={1} maxLength={500} defaultValue={content.headline} data-grows data-one-line spellCheck />
      </label>
      <label className="summary-field">
        <span lang="en" dir="ltr">
          {words.summary} <output data-count="summary" />
        </span>
        <textarea
          name="summary"
          rows={3}
          maxLength={5000}
          defaultValue={content.summary}
          data-grows
          data-one-line
          aria-describedby="summary-help"
          spellCheck
        />
        <span className="help" id="summary-help" lang="en" dir="ltr">
          {words.summaryHelp}
        </span>
      </label>
      <div className="body-field" lang={language} dir={direction}>
        <p className="field-name" id="text-label" lang="en" dir="ltr">
          {words.text} <output data-count="body" />
        </p>
        <div data-editor>
          <div className="prose" data-printed>
            <PrintBody body={content.body} />
          </div>
          <noscript>
            <p className="help" lang="en" dir="ltr">
              {words.noScript}
            </p>
          </noscript>
        </div>
      </div>
    </>
  )
}
