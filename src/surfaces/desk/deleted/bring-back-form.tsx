import type { ReactNode } from 'react'

import type { DeletedDraft } from '#newsroom/deleted-drafts/deleted-draft.ts'
import { desk, link } from '#src/routes.ts'
import { ownName } from '#surfaces/ui/in-words.ts'

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
      <button className={isLoud ? undefined : 'quiet'} aria-label={say.about(say.deleted.bringBack, draft.headline || say.untitled)}>
        {say.deleted.bringBack}
      </button>
    </form>
  )
}

/** After a draft was deleted: that it was, and the way back. Where the rest of its story stays, its language says which it was. */
export function DeletedNote({ draft }: { draft: DeletedDraft | undefined }): ReactNode {
  const say = useWords()
  if (!draft) return null
  const { isWholeStory, language, headline } = draft
  const says = isWholeStory ? say.deleted.was(headline || say.untitled) : say.deleted.wasEdition(ownName(language))
  return <BringBackForm draft={draft} says={says} />
}
