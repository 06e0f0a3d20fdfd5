import type { ReactNode } from 'react'

import type { DeletedDraft } from '#newsroom/deleted-drafts/deleted-draft.ts'
import { desk, link } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'

/** Brings one draft back; `says` is what was done with it, beside the button. */
export function BringBackForm({ draft, isLoud = false, says }: { draft: DeletedDraft; isLoud?: boolean; says?: string }): ReactNode {
  const say = useWords()
  return (
    <form
      method="post"
      action={link(desk.deletedDraftBack, { edition: draft.edition })}
      className={says === undefined ? 'line-act' : 'made line-act'}
    >
      {says === undefined ? null : <output>{says}</output>}
      <button className={isLoud ? undefined : 'quiet'}>
        {say.deleted.bringBack}
        <span className="unseen">: {draft.headline || say.untitled}</span>
      </button>
    </form>
  )
}

/** After a draft was deleted: that it was, and the way back. */
export function DeletedNote({ draft }: { draft: DeletedDraft | undefined }): ReactNode {
  const say = useWords()
  return draft ? <BringBackForm draft={draft} says={say.deleted.was(draft.headline || say.untitled)} /> : null
}
