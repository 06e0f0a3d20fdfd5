import type { Member } from './member.ts'

/** Whether a story lies in the projects, sections and languages that are given to a member. */
export function isGiven(
  member: Pick<Member, 'projects' | 'sections' | 'languages'>,
  story: { section: string | null; projects: string[]; language: string },
): boolean {
  return (
    (member.projects === null || story.projects.some((project) => member.projects?.includes(project))) &&
    (member.sections === null || (story.section !== null && member.sections.includes(story.section))) &&
    (member.languages === null || member.languages.includes(story.language))
  )
}
