import type { Member, Role } from '#newsroom/members/member.ts'
import type { Newsroom } from '#newsroom/newsroom.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { fileSection } from '#newsroom/sections/file-section.ts'

let made = 0

/** Someone with a name and a role; everything is given to them, but for what the test says. */
export function someone(name: string, role: Role, given: Partial<Pick<Member, 'projects' | 'sections' | 'languages'>> = {}): Member {
  made += 1
  const id = `01900000-0000-7000-9000-${String(made).padStart(12, '0')}`
  return { id, name, role, projects: null, sections: null, languages: null, ...given }
}

/** Members as the archive knows them: they can be told of things, mentioned and asked. */
export async function admit(newsroom: Newsroom, ...members: Member[]): Promise<void> {
  await newsroom.db.writer
    .insertInto('newsroom.member')
    .values(members.map((member) => ({ ...member, email: `${member.id}@example.org`, created_at: newsroom.clock.now() })))
    .execute()
}

/** A section that wants a second pair of eyes, one that does not, and two projects; ids. */
export async function sectionsAndProjects(newsroom: Newsroom) {
  const strict = await fileSection(newsroom, { slug: 'in-focus', name: { en: 'In Focus' } })
  const free = await fileSection(newsroom, { slug: 'around', name: { en: 'Around the Globe' } })
  await askForSecondPair(newsroom, strict, true)
  const [ours, theirs] = [await project(newsroom, 'ours'), await project(newsroom, 'theirs')]
  return { strict, free, ours, theirs }
}

export async function askForSecondPair({ db }: Newsroom, section: string, isAsked: boolean): Promise<void> {
  await db.writer.updateTable('newsroom.section').set({ needs_second_pair: isAsked }).where('id', '=', section).execute()
}

async function project(newsroom: Newsroom, slug: string): Promise<string> {
  return fileProject(newsroom, { slug, acronym: slug.toUpperCase(), title: { en: slug }, status: 'running' })
}
