import { filled } from '#lib/filled.ts'

import type { FormValues } from '../../writing/form-fields.ts'
import { hourOf } from '../script-words.ts'
import type { Choice } from './choose-fields.ts'
import { compareFields, mergeFields } from './compare-fields.ts'
import { putValues, readValues } from './form-values.ts'
import type { KeptText } from './kept-text.ts'
import type { Sheet } from './sheet.ts'

export type PutBackParts = {
  sheet: Sheet
  show(choice: Choice): Promise<void>
  close(): void
  throwAway(kept: KeptText): void
}

/** Lays a kept text beside the one on the page, and puts back what is chosen of it. */
export async function putBack(kept: KeptText, { sheet, show, close, throwAway }: PutBackParts): Promise<void> {
  // A field that is not on the page any more can still be read.
  const none = Object.keys(kept.fields).map((field) => [field, []])
  const now: FormValues = { ...Object.fromEntries(none), ...readValues(sheet.form) }
  const differences = compareFields(kept.base, kept.fields, now)
  const at = hourOf(new Date(kept.at).toISOString())
  if (differences.length === 0) return throwAway(kept)
  await show({
    form: sheet.form,
    differences,
    words: sheet.words,
    title: sheet.words.putBackTitle,
    mine: filled(sheet.words.keptSide, { at }),
    theirs: sheet.words.nowSide,
    choose: (keepKept) => {
      close()
      if (keepKept.size === 0) return
      putValues(sheet.form, mergeFields(now, kept.fields, keepKept))
      sheet.form.dispatchEvent(new Event('change', { bubbles: true }))
    },
    dismiss: close,
  })
}
