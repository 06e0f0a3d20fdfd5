import type { LiveReader } from './live-reader.ts'
import type { LiveProjectCard } from './live-story.ts'

/** A project as it stands today: one whose last day is over has ended, whatever its register still says; that day is noted. */
export function asItStands<Project extends LiveProjectCard & { ends: string | null }>(live: LiveReader, project: Project): Project {
  if (project.ends === null || project.status === 'closed') return project
  const over = Temporal.PlainDate.from(project.ends).add({ days: 1 }).toZonedDateTime(live.registers.settings.timeZone)
  if (over.epochMilliseconds <= live.now.getTime()) return { ...project, status: 'closed' }
  live.noteChange(new Date(over.epochMilliseconds))
  return project
}
