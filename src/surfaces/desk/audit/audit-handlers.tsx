import { findActs } from '#newsroom/audit/find-acts.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { authorizeForSettings, settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { firstPage } from '../frame/first-page.ts'
import { auditFile } from './audit-file.ts'
import { AuditPage } from './audit-page.tsx'
import { actQueryOf, afterAct, askedActs, searchOf } from './audit-query.ts'

const onPage = 100

export async function showAudit(c: DeskContext, desk: Desk): Promise<Response> {
  authorizeForSettings(settingsPolicy.readAudit(c.get('member')), 'read the audit log')
  const query = new URL(c.req.url).searchParams
  const asked = askedActs(query)
  const { settings } = await desk.registers.read()
  const db = desk.newsroom.db.writer
  const [{ acts, next }, members] = await Promise.all([
    findActs(db, actQueryOf(asked, query.get('before'), settings.timeZone), onPage),
    listMembers(db),
  ])
  const page = {
    acts,
    asked,
    members: members.map(({ id, name }) => ({ value: id, name })),
    olderHref: next && `${paths.audit}?${searchOf(asked, { before: afterAct(next) })}`,
    firstHref: firstPage(paths.audit, query, 'before'),
    timeZone: settings.timeZone,
  }
  return deskPage(c, desk, { title: c.get('say').audit.title, at: paths.settings, isWide: true }, <AuditPage {...page} />)
}

export async function downloadAudit(c: DeskContext, desk: Desk): Promise<Response> {
  authorizeForSettings(settingsPolicy.readAudit(c.get('member')), 'read the audit log')
  const { settings } = await desk.registers.read()
  const asked = askedActs(new URL(c.req.url).searchParams)
  return c.body(auditFile(desk.newsroom.db.writer, actQueryOf(asked, null, settings.timeZone)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="audit.csv"',
  })
}
