import { sql } from 'kysely'

import { addComment } from '#newsroom/comments/add-comment.ts'
import { assignStory } from '#newsroom/assignments/assign-story.ts'
import type { Member } from '#newsroom/members/member.ts'
import { fileStory } from '#newsroom/stories/file-story.ts'
import { beginFollowing } from '#newsroom/stories/passages/follow.ts'
import { passagesOf } from '#newsroom/stories/passages/map-passages.ts'
import { releaseStory } from '#newsroom/stories/release-story.ts'
import { saveRevision } from '#newsroom/stories/save-revision.ts'
import { translateEdition } from '#newsroom/translations/translate-edition.ts'

import type { BenchNewsroom } from './archive.ts'
import { fillArchive } from './archive.ts'
import { madeUpStory } from './made-up-stories.ts'

/** The story that pages of one text are measured with: much was said, saved and translated of it. */
export type Worked = { edition: string; translation: string; revisions: number }

/**
 * An archive that is worked in: one story in ten is a draft, one of those in three is in review; every third has a second language and every
 * ninth a third and fourth; every fourth was saved again; there are comments, tasks, and more lines in the audit log than stories.
 */
export async function fillDesk(newsroom: BenchNewsroom, total: number, by: { chief: Member; contributor: Member }): Promise<Worked> {
  await fillArchive(newsroom, 0, total * 0.9)
  await fillArchive(newsroom, total * 0.9, total, 'draft')
  await workInDrafts(newsroom, by.contributor)
  await saveAgain(newsroom)
  await translate(newsroom, total)
  await talk(newsroom)
  await recordActs(newsroom, total)
  for (let number = 0; number < 40; number += 1) await schedule(newsroom, by, total + 1000 + number)
  const worked = await workOnOne(newsroom, by, total)
  // As the end of an import has it; PostgreSQL would see to the rest within a minute, the embedded one has nobody to.
  await sql`analyze newsroom.story, newsroom.edition`.execute(newsroom.db.owner)
  if (!newsroom.db.isEmbedded) await sql`vacuum analyze`.execute(newsroom.db.owner)
  return worked
}

async function workInDrafts({ db }: BenchNewsroom, { id, name }: Member): Promise<void> {
  await sql`update newsroom.edition edition set filed_by = case when n % 20 = 0 then ${id}::uuid end, saved_at = edition.saved_at - n * interval '7 minutes',
      state = case when n % 3 = 0 then 'in review' else 'draft' end, sent_revision = case when n % 3 = 0 then 1 end
    from (select id, row_number() over (order by id) n from newsroom.edition where state = 'draft') draft where draft.id = edition.id`.execute(
    db.writer,
  )
  await sql`insert into newsroom.step (id, edition_id, revision, act, member_id, member_name, at)
    select gen_random_uuid(), id, 1, 'sent', ${id}::uuid, ${name}, saved_at from newsroom.edition where state = 'in review'`.execute(
    db.writer,
  )
}

async function saveAgain({ db }: BenchNewsroom): Promise<void> {
  await sql`insert into newsroom.revision (edition_id, number, content, hash, saved_by, saved_at)
    select r.edition_id, n.n, r.content, md5(n.n::text || r.hash), r.saved_by, r.saved_at + n.n * interval '1 hour'
    from (select *, row_number() over (order by edition_id) at from newsroom.revision) r, generate_series(2, 4) n(n) where r.at % 4 = 0`.execute(
    db.writer,
  )
  await sql`update newsroom.edition edition set revision = 4, shown_revision = shown_revision * case when ascii(edition.id::text) % 2 = 0 then 4 else 1 end
    from newsroom.revision r where r.edition_id = edition.id and r.number = 4`.execute(db.writer)
}

async function translate({ db, sections }: BenchNewsroom, total: number): Promise<void> {
  const passages = JSON.stringify(beginFollowing(passagesOf(madeUpStory(0, { total, sections }).content)))
  await sql`insert into newsroom.edition (id, story_id, language, state, revision, headline, section_id, project_ids, saved_at, saved_by, search,
      shown_revision, shown_from, published_at)
    select gen_random_uuid(), e.story_id, l.language, case when e.n % 2 = 0 then 'released' else 'draft' end, 1, e.headline, e.section_id,
      e.project_ids, e.saved_at, 'Someone ' || e.n % 50, e.search, case when e.n % 2 = 0 then 1 end, case when e.n % 2 = 0 then e.shown_from end,
      case when e.n % 2 = 0 then e.published_at end
    from (select *, row_number() over (order by id) n from newsroom.edition) e, (values (3, 'tr'), (9, 'fr'), (9, 'ru')) l(each, language)
    where e.state = 'released' and e.n % l.each = 0`.execute(db.writer)
  await sql`insert into newsroom.revision (edition_id, number, content, hash, saved_by, saved_at)
    select e.id, 1, r.content, r.hash, e.saved_by, e.saved_at from newsroom.edition e
    join newsroom.edition s on s.story_id = e.story_id and s.language = 'en' join newsroom.revision r on r.edition_id = s.id and r.number = 1
    where e.language <> 'en'`.execute(db.writer)
  await sql`insert into newsroom.translation (edition_id, source_id, made_from, made_by, made_at, source_revision, target_revision, passages,
      stale_passages, waiting_passages)
    select e.id, s.id, 1, e.saved_by, e.saved_at, s.revision, 1, ${passages}::jsonb, case when e.n % 20 = 0 then 2 else 0 end, e.n % 5
    from (select *, row_number() over (order by id) n from newsroom.edition where language <> 'en') e
    join newsroom.edition s on s.story_id = e.story_id and s.language = 'en'`.execute(db.writer)
}

async function talk({ db }: BenchNewsroom): Promise<void> {
  await sql`insert into newsroom.comment (id, edition_id, thread_id, revision, member_name, words, at, resolved_at)
    select e.id, e.id, e.id, 1, e.saved_by, 'Is this the right bridge?', e.saved_at, case when n % 2 = 0 then e.saved_at end
    from (select *, row_number() over (order by id) n from newsroom.edition) e where n % 3 = 0`.execute(db.writer)
  await sql`insert into newsroom.assignment (id, edition_id, member_id, task, due_on, given_by, given_at, done_at)
    select gen_random_uuid(), e.id, m.id, 'Please check the names', current_date + (e.n % 30)::int, e.saved_by, e.saved_at,
      case when e.n % 40 = 0 then e.saved_at end
    from (select *, row_number() over (order by id) n from newsroom.edition) e
    join (select id, row_number() over (order by id) n, count(*) over () of from newsroom.member) m on e.n / 20 % m.of + 1 = m.n
    where e.n % 20 = 0`.execute(db.writer)
}

async function recordActs({ db }: BenchNewsroom, total: number): Promise<void> {
  await sql`insert into newsroom.audit (id, at, member_name, act, kind, object_id, name, surface, address, search)
    select gen_random_uuid(), now() - n * interval '11 minutes', 'Someone ' || n % 50,
      (array['saveRevision', 'releaseStory', 'clearStory', 'sendForReview', 'addComment'])[n % 5 + 1], 'edition', e.id::text, e.headline, 'desk', '192.0.2.7',
      to_tsvector('simple', 'someone ' || n % 50 || ' ' || e.headline)
    from generate_series(1, ${Math.round(total * 1.5)}::int) n
    join (select id, headline, row_number() over (order by id) at from newsroom.edition) e on e.at = n % ${total}::int + 1`.execute(
    db.writer,
  )
}

async function schedule(newsroom: BenchNewsroom, by: { chief: Member; contributor: Member }, number: number): Promise<void> {
  const { content } = madeUpStory(number, { total: number, ...newsroom })
  const { edition } = await fileStory(newsroom, by.chief, { language: 'en', content: { ...content, slug: `later-${number}` } })
  await releaseStory(newsroom, by.chief, { edition, at: new Date(newsroom.clock.now().getTime() + (number % 90) * 86_400_000 + 3_600_000) })
}

async function workOnOne(newsroom: BenchNewsroom, by: { chief: Member; contributor: Member }, total: number): Promise<Worked> {
  const { content } = madeUpStory(total, { total, ...newsroom, projects: newsroom.projects.slice(0, 1) })
  const revisions = 20
  const { edition } = await fileStory(newsroom, by.contributor, { language: 'en', content: { ...content, slug: 'worked-on' } })
  await releaseStory(newsroom, by.chief, { edition })
  const translation = await translateEdition(newsroom, by.chief, { edition, language: 'tr' })
  for (const language of ['fr', 'ru']) await translateEdition(newsroom, by.chief, { edition, language })
  for (let madeFrom = 1; madeFrom < revisions; madeFrom += 1) {
    const said = { ...content, slug: 'worked-on', summary: `${content.summary} Said again for time ${madeFrom}.` }
    await saveRevision(newsroom, by.contributor, { edition, madeFrom, content: said })
  }
  for (let number = 0; number < 10; number += 1) await addComment(newsroom, by.chief, { edition, words: `Is this right? ${number}` })
  await assignStory(newsroom, by.chief, { edition, member: by.contributor.id, task: 'Please answer the comments' })
  return { edition, translation, revisions }
}
