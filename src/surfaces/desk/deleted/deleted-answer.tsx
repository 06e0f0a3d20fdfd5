import type { DraftDeleted } from '#newsroom/deleted-drafts/deleted-draft.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { postedForm } from '../frame/form.ts'
import { BringBackForm } from './bring-back-form.tsx'
import { toldInWords } from './told-in-words.ts'

/** Fields in which people write words of their own. */
const worded = /^(?:headline|summary|words|reason|task|p-\d+)$/

/** Whoever comes to a draft that was deleted is told so, with the way back; what they sent is on the page, so that nothing typed is lost. */
export async function deletedAnswer(c: DeskContext, desk: Desk, { code, draft, mayBringBack }: DraftDeleted): Promise<Response> {
  const say = c.get('say')
  const words = say.deleted
  const { timeZone } = (await desk.registers.read()).settings
  const told = toldInWords(draft, timeZone, say)
  const next = mayBringBack ? words.goOn : words.askThem
  if (c.req.header('accept')?.includes('application/json')) return c.json({ code, message: `${told} ${next}` }, 404)
  const typed = c.req.method === 'POST' ? wordsIn(await postedForm(c)) : []
  return deskPage(
    c,
    desk,
    { title: words.wasTitle, at: paths.stories, status: 404, textLanguage: draft.language },
    <div className="narrow">
      <h1>{words.wasTitle}</h1>
      <p>
        <b dir="auto">{draft.headline || say.untitled}</b>
      </p>
      <p>{told}</p>
      {mayBringBack ? <BringBackForm draft={draft} isLoud /> : <p>{words.askThem}</p>}
      {typed.length > 0 ? (
        <section aria-labelledby="typed">
          <h2 id="typed">{words.typed}</h2>
          <p className="help">{words.typedHelp}</p>
          {typed.map(([name, said]) => (
            <p key={name} className="said" dir="auto">
              {said}
            </p>
          ))}
        </section>
      ) : null}
      <p>
        <a href={paths.deletedDrafts}>{words.title}</a> · <a href={paths.stories}>{say.list.all}</a>
      </p>
    </div>,
  )
}

const wordsIn = (form: FormData): [string, string][] =>
  [...form].flatMap(([name, value]): [string, string][] =>
    worded.test(name) && typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [],
  )
