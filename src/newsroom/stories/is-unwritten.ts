import { bodyText } from './body-text.ts'
import type { RevisionContent } from './story.ts'

/** Whether nobody has begun to write: there may be a headline, which says what is to be written. */
export const isUnwritten = ({ summary, body }: Pick<RevisionContent, 'summary' | 'body'>): boolean =>
  summary.trim() === '' && bodyText(body).trim() === ''
