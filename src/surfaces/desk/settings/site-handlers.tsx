import type { Failure } from '#lib/failure.ts'
import { readDrawing } from '#newsroom/drawings/read-drawing.ts'
import { LiveReader } from '#newsroom/live/live-reader.ts'
import { isChangedMeanwhile } from '#newsroom/require-latest.ts'
import { changeLogo, removeLogo } from '#newsroom/settings/change-logo.ts'
import { changedSettings, changeSettings } from '#newsroom/settings/change-settings.ts'
import { readSettings } from '#newsroom/settings/read-settings.ts'
import { parseSettings } from '#newsroom/settings/settings-input.ts'
import type { Settings } from '#newsroom/settings/settings.ts'
import { authorizeForSettings, settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { desk as paths } from '#src/routes.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { Faults } from '../frame/faults.tsx'
import { fileIn, postedForm } from '../frame/form.ts'
import type { Refusal } from '../frame/refusal.ts'
import { readingField, refusal } from '../frame/refusal.ts'
import { registerChoices } from '../frame/register-names.ts'
import type { SiteDraft } from './site-draft.ts'
import { draftOfForm, draftOfSettings, fieldOfLink, inputOfDraft } from './site-draft.ts'
import { SitePage } from './site-page.tsx'
import type { ShownFault } from '../words/faults-in-words.ts'
import { theirsInWords } from '../words/theirs-in-words.ts'

type Shown = {
  draft?: SiteDraft
  failure?: string
  faults?: readonly ShownFault[]
  status?: 409 | 422
  preview?: string
  isLogoAlone?: true
}

/** The site's settings as they are; what was refused, or is previewed, comes back as it was typed. */
export async function showSite(c: DeskContext, desk: Desk, shown: Shown = {}): Promise<Response> {
  authorizeForSettings(settingsPolicy.readSettings(c.get('member')), 'see the settings')
  const say = c.get('say')
  const [registers, settings] = await Promise.all([desk.registers.read(), readSettings(desk.newsroom.db.writer)])
  const preview = shown.preview ?? (await frontAs(desk, settings))
  const draft = shown.draft ?? draftOfSettings(settings, [...registers.sections.keys()])
  const page = {
    ...shown,
    preview,
    draft,
    languages: [...new Set([...settings.languages, ...inputOfDraft(draft).languages.filter(isTag)])],
    sections: registerChoices(registers, say.language).sections,
    logo: settings.logo,
    isLogoAlone: shown.isLogoAlone ?? false,
    isSaved: c.req.query('saved') !== undefined && shown.draft === undefined,
    isTyped: shown.preview !== undefined,
  }
  const status = shown.status ?? 200
  return deskPage(
    c,
    desk,
    { title: say.settings.site, at: paths.settings, isWide: true, status },
    <Faults value={shown.faults ?? []}>
      <SitePage {...page} />
    </Faults>,
  )
}

export async function changeSiteFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const draft = draftOfForm(form)
  try {
    const bytes = await fileIn(form, 'logo')
    const hasLogo = bytes.length > 0
    // Before anything is saved: what is refused is refused whole.
    if (hasLogo) await readingField('logo', () => readDrawing(bytes))
    await changeSettings(desk.newsroom, c.get('member'), { ...inputOfDraft(draft), madeFrom: draft.madeFrom })
    if (hasLogo) await changeLogo(desk.newsroom, c.get('member'), { bytes })
  } catch (error) {
    if (isChangedMeanwhile(error)) return showTheirs(c, desk, draft, error)
    return showSite(c, desk, { draft, ...refused(c, error, draft) })
  }
  return c.redirect(`${paths.siteSettings}?saved`, 303)
}

/** What was typed, after somebody else saved meanwhile: it says where they differ, and saving again replaces that. */
async function showTheirs(c: DeskContext, desk: Desk, draft: SiteDraft, failure: Failure): Promise<Response> {
  const say = c.get('say')
  const latest = await readSettings(desk.newsroom.db.writer)
  const named = { ...say.settings, accent: say.settings.colour }
  const differing = changedSettings(latest, parseSettings(inputOfDraft(draft))).map((part) => named[part])
  return showSite(c, desk, { draft: { ...draft, madeFrom: latest.version }, status: 409, failure: theirsInWords(differing, failure, say) })
}

/** The front page as what was typed would have it; nothing is saved. */
export async function previewSite(c: DeskContext, desk: Desk): Promise<Response> {
  authorizeForSettings(settingsPolicy.changeSettings(c.get('member')), 'change the settings')
  const draft = draftOfForm(await postedForm(c))
  try {
    const proposed = parseSettings(inputOfDraft(draft))
    const { settings } = await desk.registers.read()
    return await showSite(c, desk, { draft, preview: await frontAs(desk, { ...settings, ...proposed }) })
  } catch (error) {
    return showSite(c, desk, { draft, ...refused(c, error, draft) })
  }
}

/** The front page as settings would have it; its links open beside the form, where what was typed is not lost. */
async function frontAs(desk: Desk, settings: Settings): Promise<string> {
  const registers = await desk.registers.read()
  const live = new LiveReader(desk.newsroom.db.site, { ...registers, settings }, desk.newsroom.clock.now())
  const html = await desk.printFront(live, settings.languages[0] ?? 'en')
  return html.replace('<head>', '<head><base target="_blank">')
}

export async function changeLogoFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  try {
    const logo = { bytes: await fileIn(form, 'logo') }
    await readingField('logo', () => changeLogo(desk.newsroom, c.get('member'), logo))
  } catch (error) {
    return showSite(c, desk, { ...typedBeside(form), ...refusal(c, error) })
  }
  return afterLogo(c, desk, form)
}

export async function removeLogoFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  await removeLogo(desk.newsroom, c.get('member'))
  return afterLogo(c, desk, form)
}

/** What was typed beside a logo comes back, to be saved or not. */
async function afterLogo(c: DeskContext, desk: Desk, form: FormData): Promise<Response> {
  const beside = typedBeside(form)
  const settings = await readSettings(desk.newsroom.db.writer)
  if (beside.draft === undefined || isSame(settings, beside.draft)) return c.redirect(`${paths.siteSettings}?saved#logo`, 303)
  return showSite(c, desk, { ...beside, isLogoAlone: true })
}

const typedBeside = (form: FormData): { draft?: SiteDraft } => (form.has('madeFrom') ? { draft: draftOfForm(form) } : {})

function isSame(settings: Settings, draft: SiteDraft): boolean {
  try {
    return changedSettings(settings, parseSettings(inputOfDraft(draft))).length === 0
  } catch {
    return false
  }
}

/** What the typist can mend, at the links as they were typed. That two settings do not go together is mended in the form, as what is wrong in one. */
function refused(c: DeskContext, error: unknown, draft: SiteDraft): Refusal {
  const { failure, faults } = refusal(c, error)
  return { failure, faults: faults.map((fault) => atLink(fault, draft)), status: 422 }
}

/** A fault of a link at the field in which that link was typed. */
function atLink(fault: ShownFault, draft: SiteDraft): ShownFault {
  const [, list, at = '', part = ''] = /^(navigation|footer)-(\d+) (.+)$/.exec(fault.field) ?? []
  return list === undefined ? fault : { ...fault, field: `${fieldOfLink(list, Number(at), draft)} ${part}` }
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
