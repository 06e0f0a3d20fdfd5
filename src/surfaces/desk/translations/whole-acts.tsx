import type { ReactNode } from 'react'

import type { PassageCounts } from '#newsroom/stories/passages/followed.ts'
import { statusOf } from '#newsroom/stories/passages/followed.ts'
import type { SideBySide } from '#newsroom/translations/read-translation.ts'
import { desk, link } from '#src/routes.ts'

import { useWords } from '../words/use-words.ts'

type Props = { side: SideBySide; counts: PassageCounts; translator: string | undefined }

/** What can be done with all passages at once; only what would change something is offered. */
export function WholeActs({ side, counts, translator }: Props): ReactNode {
  const words = useWords().translations
  const to = { edition: side.target.id }
  const statuses = side.translation.passages.map(statusOf)
  const acts = [
    ...(counts.waiting > 0 && translator
      ? [{ path: link(desk.translationByMachine, to), does: words.byMachine(translator), means: words.byMachineHelp }]
      : []),
    ...(statuses.some((status) => status === 'added' || status === 'removed')
      ? [{ path: link(desk.translationStructure, to), does: words.structure, means: words.structureHelp }]
      : []),
    ...(statuses.some((status) => status === 'stale' || status === 'machine')
      ? [{ path: link(desk.translationDone, to), does: words.allDone, means: null }]
      : []),
  ]
  if (acts.length === 0) return null
  return (
    <div className="whole-acts">
      {acts.map(({ path, does, means }) => (
        <form key={path} method="post" action={path} data-after-save>
          <SeenFields side={side} />
          <button className="quiet">{does}</button>
          {means ? <p className="help">{means}</p> : null}
        </form>
      ))}
    </div>
  )
}

/** Which texts the page was made of: work on others is refused. */
export function SeenFields({ side: { target, translation } }: Pick<Props, 'side'>): ReactNode {
  return (
    <>
      <input type="hidden" name="revision" defaultValue={target.revision} data-revision data-plain />
      <input type="hidden" name="sourceRevision" defaultValue={translation.sourceRevision} />
    </>
  )
}
