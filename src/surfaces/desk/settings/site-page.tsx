import type { ReactNode } from 'react'

import type { Drawing } from '#newsroom/drawings/drawing.ts'
import { desk } from '#src/routes.ts'
import { LogoImage } from '#surfaces/ui/drawing-image.tsx'

import { useFault } from '../frame/faults.tsx'
import { SaidField } from '../frame/said-field.tsx'
import type { Choice } from '../frame/register-names.ts'
import { TextInLanguages } from '../frame/text-in-languages.tsx'
import { WayBack } from '../frame/way-back.tsx'
import { DoneNote, FailureNote } from '../sign-in/failure-note.tsx'
import { useWords } from '../words/use-words.ts'
import type { SiteDraft } from './site-draft.ts'
import { FooterFields, NavigationFields } from './site-links.tsx'
import { Swatches } from './swatches.tsx'

export type SitePageProps = {
  draft: SiteDraft
  /** Those of the newsroom, and those that were typed. */
  languages: string[]
  sections: Choice[]
  logo: Drawing | null
  /** The front page as it would be, whole. */
  preview: string
  failure?: string
  isSaved: boolean
  /** Whether the logo was changed just now, and what was typed beside it was not saved. */
  isLogoAlone: boolean
  /** Whether the preview is of what was typed. */
  isTyped: boolean
}

/** What stands on every page of the site, with a preview. */
export function SitePage({ draft, languages, sections, logo, preview, failure, isSaved, isLogoAlone, isTyped }: SitePageProps): ReactNode {
  const say = useWords()
  const words = say.settings
  return (
    <>
      <WayBack href={desk.settings}>{words.title}</WayBack>
      <h1>{words.site}</h1>
      <p className="help lead-in">{words.siteLead}</p>
      <FailureNote failure={failure} />
      <DoneNote done={isSaved ? words.saved : isLogoAlone ? words.logoChanged : undefined} />
      <div className="beside-preview">
        <div>
          <form
            method="post"
            action={desk.siteSettings}
            encType="multipart/form-data"
            className="fields site-form"
            data-turbo="false"
            data-preview={desk.sitePreview}
          >
            <input type="hidden" name="madeFrom" value={draft.madeFrom} />
            <Basics draft={draft} languages={languages} />
            <NavigationFields draft={draft} sections={sections} languages={languages} />
            <FooterFields draft={draft} languages={languages} />
            <p className="form-acts">
              <button>{words.save}</button>
              <button formAction={`${desk.sitePreview}#preview`} className="quiet">
                {words.preview}
              </button>
            </p>
            {/* After Save, which is what Enter presses. */}
            <LogoFields logo={logo} />
          </form>
        </div>
        <section aria-labelledby="preview-title" id="preview" className="site-preview">
          <h2 id="preview-title">{words.previewTitle}</h2>
          <output className="help">{isTyped ? words.previewHelp : words.previewAsIs}</output>
          <iframe title={words.previewTitle} srcDoc={preview} sandbox="allow-same-origin allow-popups" />
        </section>
      </div>
    </>
  )
}

function Basics({ draft, languages }: { draft: SiteDraft; languages: string[] }): ReactNode {
  const words = useWords().settings
  const tags = useFault('languages', { help: 'languages-help' })
  const zone = useFault('timeZone')
  const accent = useFault('accent', { help: 'accent-help' })
  return (
    <>
      <TextInLanguages name="name" legend={words.name} texts={draft.name} languages={languages} longest={120} />
      <TextInLanguages
        name="tagline"
        legend={words.tagline}
        help={words.taglineHelp}
        texts={draft.tagline}
        languages={languages}
        longest={200}
      />
      <label>
        <span>{words.languages}</span>
        <textarea name="languages" rows={4} required defaultValue={draft.languages} dir="ltr" spellCheck={false} {...tags.marks} />
        {tags.note}
        <span className="help" id="languages-help">
          {words.languagesHelp}
        </span>
      </label>
      <label>
        <span>{words.timeZone}</span>
        <input
          name="timeZone"
          required
          defaultValue={draft.timeZone}
          list="time-zones"
          dir="ltr"
          maxLength={60}
          spellCheck={false}
          {...zone.marks}
        />
        {zone.note}
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
      </label>
      <fieldset className="site-part">
        <legend>{words.colour}</legend>
        <label>
          <span>{words.colourValue}</span>
          <input name="accent" required defaultValue={draft.accent} dir="ltr" maxLength={60} spellCheck={false} {...accent.marks} />
          {accent.note}
          <span className="help" id="accent-help">
            {words.colourHelp}
          </span>
        </label>
        <Swatches accent={draft.accent} />
      </fieldset>
    </>
  )
}

/** In the form of all the rest, so that whatever is pressed, nothing that was typed goes; saving takes a file that was chosen along. */
function LogoFields({ logo }: { logo: Drawing | null }): ReactNode {
  const words = useWords().settings
  return (
    <fieldset id="logo" className="site-part">
      <legend>{words.logo}</legend>
      {logo ? (
        <p className="logo-now">
          <LogoImage logo={logo} alt={words.logoNow} />
        </p>
      ) : null}
      <SaidField name="logo" type="file" label={words.logoFile} help={words.logoHelp} accept=".svg,.png,image/svg+xml,image/png" />
      <p className="logo-acts">
        <button formAction={desk.siteLogo} formNoValidate className="quiet">
          {words.logoSet}
        </button>
        {logo ? (
          <button formAction={desk.siteLogoOff} formNoValidate className="quiet">
            {words.logoOff}
          </button>
        ) : null}
      </p>
    </fieldset>
  )
}
