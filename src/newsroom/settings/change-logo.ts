import { recordAct } from '../audit/record-act.ts'
import { readDrawing } from '../drawings/read-drawing.ts'
import { registersTag } from '../live-tags.ts'
import type { Member } from '../members/member.ts'
import type { Newsroom } from '../newsroom.ts'
import { authorizeForSettings, settingsPolicy } from './settings-policy.ts'

/** Puts a logo in place of the name at the head of every page. */
export async function changeLogo(newsroom: Newsroom, by: Member, input: { bytes: Uint8Array }): Promise<void> {
  authorizeForSettings(settingsPolicy.changeLogo(by), 'change the logo')
  const { bytes, ...logo } = readDrawing(input.bytes)
  const row = { ...logo, bytes: Buffer.from(bytes) }
  await newsroom.db.transact(async (tx) => {
    await tx
      .insertInto('newsroom.logo')
      .values(row)
      .onConflict((conflict) => conflict.column('only_row').doUpdateSet(row))
      .execute()
    await recordAct(tx, by, { act: 'changeLogo', kind: 'settings', id: 'site', name: 'logo', at: newsroom.clock.now(), details: logo })
    tx.touch([registersTag])
  })
}

/** Shows the name again where the logo stood. */
export async function removeLogo(newsroom: Newsroom, by: Member): Promise<void> {
  authorizeForSettings(settingsPolicy.removeLogo(by), 'remove the logo')
  await newsroom.db.transact(async (tx) => {
    await tx.deleteFrom('newsroom.logo').execute()
    await recordAct(tx, by, { act: 'removeLogo', kind: 'settings', id: 'site', name: 'logo', at: newsroom.clock.now() })
    tx.touch([registersTag])
  })
}
