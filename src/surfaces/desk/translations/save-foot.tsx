import type { ReactNode } from 'react'

import { useWords } from '../words/use-words.ts'

type Props = { saved: string; left: number; failure: string | undefined }

/** At the foot of the screen: whether what is typed is safe, what is in the way of that, and how much is open still. */
export function SaveFoot({ saved, left, failure }: Props): ReactNode {
  const words = useWords().translations
  return (
    <div className="passage-foot">
      <div data-notice role="alert" className="writing-notice" hidden={!failure}>
        {failure}
      </div>
      <output className="passage-told" data-meanwhile />
      <div className="passage-save">
        <p className="passage-saved">
          <output data-saved>{saved}</output>{' '}
          <output data-left tabIndex={-1}>
            {words.left(left)}
          </output>
        </p>
        <button className="quiet" data-save>
          {words.save}
        </button>
        <p className="help without-script">{words.saveHelp}</p>
      </div>
    </div>
  )
}
