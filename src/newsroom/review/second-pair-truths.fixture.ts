import { sql } from 'kysely'
import { expect } from 'vitest'

import type { TestNewsroom } from '#test/newsroom.ts'

import { readOverview } from '../desk-lists/read-overview.ts'
import { readEdition } from '../stories/edition-store.ts'
import { needsReason } from '../stories/require-cleared.ts'
import { parseRevisionContent } from '../stories/story-input.ts'
import { storyPolicy } from '../stories/story-policy.ts'
import type { Desk } from './second-pair-history.fixture.ts'
import { wordsOfBody, writerOf } from './second-pair-history.fixture.ts'

/** Every revision that a step, a release, a comment, a private link or the edition itself speaks of is still there. */
export async function expectReferencesKept({ db }: TestNewsroom): Promise<void> {
  const lost = await sql<{ what: string; number: number }>`
    select spoken.what, spoken.number from (
      select 'step ' || act as what, edition_id, revision as number from newsroom.step
      union all select 'release', edition_id, revision from newsroom.release where revision is not null
      union all select 'comment', edition_id, revision from newsroom.comment
      union all select 'private link', edition_id, revision from newsroom.private_link
      union all select 'name', edition_id, number from newsroom.kept_revision
      union all select 'latest', id, revision from newsroom.edition
      union all select 'sent', id, sent_revision from newsroom.edition where sent_revision is not null
      union all select 'cleared', id, cleared_revision from newsroom.edition where cleared_revision is not null
      union all select 'shown', id, shown_revision from newsroom.edition where shown_revision is not null
      union all select 'counted from', id, counted_from from newsroom.edition where counted_from is not null
    ) spoken
    left join newsroom.revision r on r.edition_id = spoken.edition_id and r.number = spoken.number
    where r.number is null`.execute(db.writer)
  expect(lost.rows).toEqual([])
}

/** What readers see at every second from now on is what the record of releases says: the latest that has begun, until its end. */
export async function expectOnRecord({ db, clock }: TestNewsroom): Promise<void> {
  const now = clock.now()
  const [releases, rows, revisions] = await Promise.all([
    db.writer.selectFrom('newsroom.release').selectAll().where('called_off_at', 'is', null).execute(),
    db.writer.selectFrom('live.edition').selectAll().execute(),
    db.writer.selectFrom('newsroom.revision').select(['number', 'content']).execute(),
  ])
  const changes = [...releases.flatMap(({ from_at, until_at }) => [from_at, until_at ?? from_at]), ...rows.map((row) => row.visible_from)]
  const moments = [now, ...changes.filter((at) => at > now)].flatMap((at) => [at, new Date(at.getTime() + 1000)])
  const ordered = releases.toSorted(
    (one, other) =>
      Number(one.from_at) - Number(other.from_at) || Number(one.recorded_at) - Number(other.recorded_at) || (one.id < other.id ? -1 : 1),
  )
  for (const at of moments) {
    const said = ordered.findLast((release) => release.from_at <= at)
    const isOver = !said || said.revision === null || (said.until_at !== null && said.until_at <= at)
    const seen = rows.filter((row) => row.visible_from <= at && (row.visible_until === null || row.visible_until > at))
    expect({ at, releases: seen.map((row) => row.release_id) }).toEqual({ at, releases: isOver ? [] : [said.id] })
    const content = revisions.find(({ number }) => number === said?.revision)?.content
    if (seen[0] && content) expect(seen[0].body).toEqual(parseRevisionContent(content).body)
  }
}

/**
 * Where a second person is wanted, each word that readers see was cleared by someone who did not write it; a small mend may be cleared by
 * whoever made it while reading. Or someone did it alone for a reason, which stands on the desk of everyone who may read it until another has
 * looked. Returns of how many texts it saw word for word that somebody else stood by them.
 */
export async function expectNobodyAlone(newsroom: TestNewsroom, desk: Desk): Promise<number> {
  const { db, clock } = newsroom
  const now = clock.now()
  const shown = await db.writer
    .selectFrom('live.edition')
    .innerJoin('newsroom.release', 'newsroom.release.id', 'live.edition.release_id')
    .select(['newsroom.release.revision', 'live.edition.body'])
    .where('section_id', '=', desk.strict)
    .execute()
  if (shown.length === 0) return 0
  const [steps, revisions] = await Promise.all([
    db.writer.selectFrom('newsroom.step').selectAll().orderBy('at').orderBy('id').execute(),
    db.writer.selectFrom('newsroom.revision').select(['number', 'content']).execute(),
  ])
  const wordsOf = (number: number) => wordsOfBody(parseRevisionContent(revisions.find((revision) => revision.number === number)?.content))
  const clearings = steps.flatMap((step, index) => {
    if (step.act !== 'cleared' && step.act !== 'cleared alone') return []
    const then = steps.slice(index + 1).find(({ act }) => ['released', 'scheduled', 'corrected', 'sent back', 'taken back'].includes(act))
    const isTakenBack = then?.act === 'sent back' || then?.act === 'taken back'
    const those = step.act === 'cleared' ? [step.member_id] : [step.member_id, step.looked_by]
    return isTakenBack
      ? []
      : [{ step, revision: step.revision, by: those.flatMap((id) => desk.members.findIndex((member) => member.id === id)) }]
  })
  let stoodBy = 0
  for (const { body, revision } of shown) {
    const words = wordsOfBody({ body })
    const alone = clearings.find(({ step }) => step.act === 'cleared alone' && wordsOf(step.revision).join() === words.join())
    if (alone && alone.step.looked_at === null) {
      expect(alone.step.reason).not.toBe('')
      const edition = await readEdition(db.writer, alone.step.edition_id)
      for (const member of desk.members) {
        const isSeen = (await readOverview(db.writer, member, now)).clearedAlone.some(({ step }) => step === alone.step.id)
        expect([member.role, isSeen]).toEqual([member.role, storyPolicy.readStory(member, edition)])
      }
      continue
    }
    if (alone) continue
    const isMend = (word: string, cleared: number) => {
      const sent = desk.mends.get(word)
      if (sent === undefined) return false
      const before = wordsOf(sent)
      return wordsOf(cleared).filter((one) => !before.includes(one)).length <= 7
    }
    const unseen = words.filter(
      (word) =>
        !clearings.some(
          ({ by, revision: cleared }) =>
            wordsOf(cleared).includes(word) && (by.some((one) => one >= 0 && one !== writerOf(word)) || isMend(word, cleared)),
        ),
    )
    expect({ revision, unseen, steps: steps.map(({ act, revision: of, member_name }) => `${member_name} ${act} ${of}`) }).toMatchObject({
      unseen: [],
    })
    stoodBy += 1
  }
  return stoodBy
}

/** What someone cleared who wrote none of it, and nobody saved since, is released without a reason. Returns whether there was such a text. */
export async function expectClearedIsFree({ db }: TestNewsroom): Promise<boolean> {
  const cleared = await db.writer
    .selectFrom('newsroom.edition as edition')
    .innerJoin('newsroom.step as step', (join) =>
      join.onRef('step.edition_id', '=', 'edition.id').onRef('step.revision', '=', 'edition.revision').on('step.act', '=', 'cleared'),
    )
    .select('edition.id')
    .where('edition.state', '=', 'cleared')
    .whereRef('edition.revision', '=', 'edition.cleared_revision')
    .whereRef('step.member_id', '<>', 'edition.filed_by')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('newsroom.revision')
            .select('number')
            .whereRef('edition_id', '=', 'edition.id')
            .whereRef('saver_id', '=', 'step.member_id'),
        ),
      ),
    )
    .executeTakeFirst()
  if (!cleared) return false
  const edition = await readEdition(db.writer, cleared.id)
  expect(await needsReason(db.writer, edition, edition)).toBe(false)
  return true
}
