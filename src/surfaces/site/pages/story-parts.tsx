import { Fragment, type ReactNode } from 'react'

import type { LiveProject, LiveStatement, LiveStory } from '#newsroom/live/live-story.ts'
import { dayIn } from '#newsroom/stories/live-edition.ts'
import type { Correction, Dateline } from '#newsroom/stories/story.ts'
import { dayInWords } from '#surfaces/ui/day.ts'
import { EmblemImage } from '#surfaces/ui/drawing-image.tsx'
import { directionOf, listed, named, ownName } from '#surfaces/ui/in-words.ts'
import { wordsIn } from '#surfaces/ui/words/words-in.ts'
import { link, routes } from '#src/routes.ts'

import type { SiteContext } from '../site-context.ts'
import { siteHref } from './site-href.ts'

export function StoryHead({ site, story }: { site: SiteContext; story: LiveStory }): ReactNode {
  const words = wordsIn(site.language)
  return (
    <header className="story-head">
      {story.section ? (
        <p className="label" itemProp="articleSection">
          <a href={siteHref(site, link(routes.section, { slug: story.section.slug }))}>{named(story.section.name, site.language)}</a>
        </p>
      ) : null}
      <h1 itemProp="headline">{story.headline}</h1>
      <p className="standfirst" itemProp="abstract">
        {story.summary}
      </p>
      <p className="byline">
        {story.byline ? (
          <>
            {words.by} <bdi itemProp="author">{story.byline}</bdi>
            {' · '}
          </>
        ) : null}
        <time dateTime={story.publishedAt.toISOString()} itemProp="datePublished">
          {dayInWords(story.publishedOn, site.language)}
        </time>
        {story.modifiedAt ? (
          <>
            {` · ${words.updated} `}
            <time dateTime={story.modifiedAt.toISOString()} itemProp="dateModified">
              {dayInWords(dayIn(story.modifiedAt, site.settings.timeZone), site.language)}
            </time>
          </>
        ) : null}
      </p>
    </header>
  )
}

export function DatelineText({ site, dateline }: { site: SiteContext; dateline: Dateline }): ReactNode {
  return (
    <span className="dateline">
      <span className="dateline-place">{dateline.place}</span>
      {dateline.date ? (
        <>
          {site.language === 'ar' ? '، ' : ', '}
          <time dateTime={dateline.date}>{dayInWords(dateline.date, site.language)}</time>
        </>
      ) : null}
      {' – '}
    </span>
  )
}

export function Corrections({ site, corrections }: { site: SiteContext; corrections: Correction[] }): ReactNode {
  return corrections.map(({ at, note }) => {
    const day = dayIn(new Date(at), site.settings.timeZone)
    return (
      <aside key={at} className="correction" aria-label={wordsIn(site.language).correction}>
        <p>
          <strong>{wordsIn(site.language).correction}</strong>, <time dateTime={day}>{dayInWords(day, site.language)}</time>. {note}
        </p>
      </aside>
    )
  })
}

/** What a machine translated and nobody has reviewed says so, to people here and to programs as schema.org's digitalSourceType (IPTC's vocabulary). */
export function MachineNote({ site }: { site: SiteContext }): ReactNode {
  const words = wordsIn(site.language)
  return (
    <aside className="correction machine-note" aria-label={words.machineMade}>
      <link itemProp="digitalSourceType" href="https://schema.org/TrainedAlgorithmicMediaDigitalSource" />
      <p>
        <strong>{words.machineMade}.</strong> {words.machineMadeText}
      </p>
    </aside>
  )
}

/** The donor's due: who paid, in full; whoever says it in their own words below is not named twice. */
export function Funding({
  site,
  projects,
  statements,
}: {
  site: SiteContext
  projects: LiveProject[]
  statements: LiveStatement[]
}): ReactNode {
  const isSaid = (project: string, funder: string) =>
    statements.some((said) => said.statement && said.funder === funder && said.covers.includes(project))
  return projects.map((project) => {
    const funders = project.funders.filter(({ id }) => !isSaid(project.slug, id))
    if (funders.length === 0) return null
    return (
      <p key={project.slug} className="funding">
        {projects.length > 1 ? <strong>{project.acronym ?? named(project.title, site.language)}. </strong> : null}
        {wordsIn(site.language).fundedBy(
          listed(
            funders.map((funder) => named(funder.name, site.language)),
            site.language,
          ),
        )}
        .
      </p>
    )
  })
}

/** What the funders want said and shown, in their own words and under their own sign, at the foot of a story. */
export function Statements({ site, statements }: { site: SiteContext; statements: LiveStatement[] }): ReactNode {
  return statements.map(({ funder, funderName, covers, statement, disclaimer, emblem }) => (
    <div key={`${funder} ${covers.join(' ')}`} className="statement">
      {emblem ? <EmblemImage emblem={emblem} alt={named(funderName, site.language)} /> : null}
      <div>
        {statement ? <p {...spokenIn(site, statement.language)}>{statement.words}</p> : null}
        {disclaimer ? <p {...spokenIn(site, disclaimer.language)}>{disclaimer.words}</p> : null}
      </div>
    </div>
  ))
}

/** Words in another language than the page's say so to whoever hears them. */
function spokenIn(site: SiteContext, language: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === site.language ? {} : { lang: language, dir: directionOf(language) }
}

export function Editions({ site, editions }: { site: SiteContext; editions: LiveStory['editions'] }): ReactNode {
  const others = editions.filter((edition) => edition.language !== site.language)
  if (others.length === 0) return null
  return (
    <p className="editions">
      {wordsIn(site.language).alsoIn}{' '}
      {others.map(({ language, slug }, i) => (
        <Fragment key={language}>
          {i > 0 ? ' · ' : null}
          <a href={siteHref(site, link(routes.story, { slug }), language)} hrefLang={language} lang={language} dir={directionOf(language)}>
            {ownName(language)}
          </a>
        </Fragment>
      ))}
    </p>
  )
}
