import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { fillByMachine } from '#newsroom/translations/fill-by-machine.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'
import type { TestNewsroom } from '#test/newsroom.ts'
import { draft, edit, ferry } from '#test/newsroom.ts'

/** An Arabic edition by a machine, whose source has since changed, lost a paragraph and got another. */
export async function aTranslation(on: TestNewsroom): Promise<string> {
  const body = (...texts: string[]) => ({
    type: 'doc' as const,
    content: texts.map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })),
  })
  const headline = 'A second ferry for the Nistru'
  const { edition } = await draft(on, {
    headline,
    body: body('Forty lorries cross a day.', 'Fishermen watched from the bank.', 'It rests at night.'),
  })
  const translation = await translateEdition(on, edit, { edition, language: 'ar' })
  const translator = {
    name: 'Machine',
    translate: async (texts: readonly string[]) => texts.map((_, n) => `تعبر العبّارة النهر كل يوم ${n}`),
  }
  await fillByMachine(on, edit, { edition: translation, translator })
  const later = ferry({
    headline,
    body: body('Fifty lorries cross a day, says <b>the ferryman</b>.', 'It rests at night.', 'A third boat comes in May.'),
  })
  await saveRevision(on, edit, { edition, madeFrom: 1, content: later })
  return translation
}
