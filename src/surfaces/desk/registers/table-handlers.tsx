import { Failure } from '#lib/failure.ts'
import { exportEntries } from '#newsroom/registers/export-entries.ts'
import { importEntries } from '#newsroom/registers/import-entries.ts'
import { mostBytes, planImport } from '#newsroom/registers/plan-import.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { authorize } from '#newsroom/stories/story-policy.ts'
import { desk as paths, link } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { Faults } from '../frame/faults.tsx'
import { postedForm } from '../frame/form.ts'
import type { Refusal } from '../frame/refusal.ts'
import { readingField, refusal } from '../frame/refusal.ts'
import { PlanPage } from './plan-page.tsx'
import { registerParam } from './register-param.ts'
import { TablePage } from './table-page.tsx'

export async function showTable(c: DeskContext, desk: Desk, refused?: Refusal): Promise<Response> {
  const register = registerParam(c)
  authorize(registerPolicy.readRegister(), 'see the registers')
  const words = c.get('say').registers
  const mayChange = registerPolicy.importEntries(c.get('member'), register.name)
  const title = words.table.title(words.names[register.name])
  return deskPage(
    c,
    desk,
    { title, at: paths.registers, ...(refused && { status: refused.status }) },
    <Faults value={refused?.faults ?? []}>
      <TablePage register={register} mayChange={mayChange} {...(refused && { failure: refused.failure })} />
    </Faults>,
  )
}

export async function downloadTable(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c)
  authorize(registerPolicy.readRegister(), 'see the registers')
  const csv = await exportEntries(desk.newsroom.db.writer, register.name, { withArchived: c.req.query('archived') !== undefined })
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${register.name}.csv"`,
    'x-content-type-options': 'nosniff',
  })
}

/** What a table would do: nothing is written. */
export async function showPlan(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c)
  authorize(registerPolicy.importEntries(c.get('member'), register.name), `bring a table of ${register.name} in`)
  try {
    const form = await postedForm(c)
    return await readingField('table', async () => planPage(c, desk, await tableIn(c, form)))
  } catch (error) {
    return showTable(c, desk, refusal(c, error))
  }
}

/** Does exactly what was shown; where that has changed, it is shown anew. */
export async function importFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const register = registerParam(c)
  const form = await postedForm(c)
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const csv = text('csv')
  try {
    const table = { register: register.name, csv, agreed: text('agreed') }
    const done = await readingField('table', () => importEntries(desk.newsroom, c.get('member'), table))
    const query = new URLSearchParams({ added: String(done.added.length), changed: String(done.changed.length) })
    return c.redirect(`${link(paths.register, { register: register.name })}?${query.toString()}`, 303)
  } catch (error) {
    const refused = refusal(c, error)
    return refused.status === 409 ? planPage(c, desk, csv, refused) : showTable(c, desk, refused)
  }
}

async function planPage(c: DeskContext, desk: Desk, csv: string, refused?: Refusal): Promise<Response> {
  const register = registerParam(c)
  const plan = await planImport(desk.newsroom.db.writer, register.name, csv, desk.newsroom.clock.now())
  const title = c.get('say').registers.table.planTitle
  return deskPage(
    c,
    desk,
    { title, at: paths.registers, isWide: true, ...(refused && { status: refused.status }) },
    <PlanPage register={register} plan={plan} csv={csv} {...(refused && { failure: refused.failure })} />,
  )
}

async function tableIn(c: DeskContext, form: FormData): Promise<string> {
  const words = c.get('say').registers.table
  const file = form.get('table')
  if (!(file instanceof File) || file.size === 0) throw new Failure('invalid', 'no-table', words.noFile)
  if (file.size > mostBytes + 3) throw new Failure('invalid', 'table-too-large', 'The table is larger than 2 MB. Bring it in in parts.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch (error) {
    throw new Failure('invalid', 'not-utf8', words.notUtf8, { cause: error })
  }
}
