import type { HeldSettings, NavigationPlace, OwnLink } from '#newsroom/settings/settings.ts'
import type { SettingsInput } from '#newsroom/settings/settings-input.ts'

import { field, madeFromIn } from '../frame/form.ts'

type Texts = { [language: string]: string }

/** A link as its fields show it. */
export type LinkDraft = { href: string; name: Texts; position: string }

/** The settings as the form shows them: as they are, or as they were typed. */
export type SiteDraft = {
  /** The version that it was made from. */
  madeFrom: number
  name: Texts
  tagline: Texts
  /** One a line. */
  languages: string
  timeZone: string
  accent: string
  isOwnNavigation: boolean
  /** Where all news, the projects and each section stand, by `news`, `projects` or the section's id; '' for nowhere. */
  positions: { [place: string]: string }
  links: LinkDraft[]
  footer: Texts
  footerLinks: LinkDraft[]
}

/** Links that can be added at once. */
const spare = 2
const most = 30

export function draftOfSettings(settings: HeldSettings, sections: readonly string[]): SiteDraft {
  const places: NavigationPlace[] = settings.navigation ?? [
    { kind: 'news' },
    ...sections.map((section) => ({ kind: 'section', section }) as const),
    { kind: 'projects' },
  ]
  const numbered = places.map((place, index) => ({ place, position: String(index + 1) }))
  return {
    madeFrom: settings.version,
    name: settings.name,
    tagline: settings.tagline,
    languages: settings.languages.join('\n'),
    timeZone: settings.timeZone,
    accent: settings.accent,
    isOwnNavigation: settings.navigation !== null,
    positions: Object.fromEntries(
      numbered.flatMap(({ place, position }) =>
        place.kind === 'link' ? [] : [[place.kind === 'section' ? place.section : place.kind, position]],
      ),
    ),
    links: withSpare(
      numbered.flatMap(({ place, position }) => (place.kind === 'link' ? [{ href: place.href, name: place.name, position }] : [])),
    ),
    footer: settings.footer.text,
    footerLinks: withSpare(settings.footer.links.map((link) => ({ ...link, position: '' }))),
  }
}

export function draftOfForm(form: FormData): SiteDraft {
  return {
    madeFrom: madeFromIn(form),
    name: textsOf(form, 'name'),
    tagline: textsOf(form, 'tagline'),
    languages: field(form, 'languages'),
    timeZone: field(form, 'timeZone'),
    accent: field(form, 'accent'),
    isOwnNavigation: field(form, 'navigation') === 'own',
    positions: textsOf(form, 'place'),
    links: withSpare(linksOf(form, 'link')),
    footer: textsOf(form, 'footer'),
    footerLinks: withSpare(linksOf(form, 'footlink')),
  }
}

export function inputOfDraft(draft: SiteDraft): SettingsInput {
  return {
    name: said(draft.name),
    tagline: said(draft.tagline),
    languages: draft.languages.split(/[\s,]+/).filter((tag) => tag !== ''),
    timeZone: draft.timeZone,
    accent: draft.accent,
    navigation: draft.isOwnNavigation ? inOrder(draft).map(({ place }) => place) : null,
    footer: { text: said(draft.footer), links: draft.footerLinks.filter(isSaid).map(ownLink) },
  }
}

const ownLink = ({ href, name }: LinkDraft): OwnLink => ({ href, name: said(name) })

/** What stands in the head of every page, in its order; a link with the fields in which it was typed. */
function inOrder(draft: SiteDraft): { place: NavigationPlace; position: string; field?: string }[] {
  const listed = [
    ...Object.entries(draft.positions).map(([place, position]) => ({ place: placeOf(place), position })),
    ...draft.links.flatMap((link, at) =>
      isSaid(link) ? [{ place: { kind: 'link', ...ownLink(link) } as const, position: link.position, field: `link-${at}` }] : [],
    ),
  ]
  return listed.filter(({ position }) => position !== '').toSorted((a, b) => Number(a.position) - Number(b.position))
}

/** The fields of a link by its place among those that were sent. */
export function fieldOfLink(list: string, at: number, draft: SiteDraft): string {
  if (list === 'navigation') return inOrder(draft)[at]?.field ?? list
  return `footlink-${draft.footerLinks.flatMap((link, index) => (isSaid(link) ? [index] : []))[at] ?? 0}`
}

function placeOf(place: string): NavigationPlace {
  if (place === 'news' || place === 'projects') return { kind: place }
  return { kind: 'section', section: place }
}

/** What was left empty is not said. */
const said = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))
const isSaid = ({ href, name }: LinkDraft): boolean => href !== '' || Object.keys(said(name)).length > 0

const withSpare = (links: LinkDraft[]): LinkDraft[] => [
  ...links.filter(isSaid),
  ...Array.from({ length: spare }, () => ({ href: '', name: {}, position: '' })),
]

/** The fields `name en`, `name fr`, … by what follows the first word. */
function textsOf(form: FormData, first: string): Texts {
  const names = [...form.keys()].filter((name) => name.startsWith(`${first} `)).slice(0, 200)
  return Object.fromEntries(names.map((name) => [name.slice(first.length + 1), field(form, name)]))
}

function linksOf(form: FormData, first: string): LinkDraft[] {
  return Array.from({ length: most }, (_, index) => ({
    href: field(form, `${first}-${index} href`),
    position: field(form, `${first}-${index} position`),
    name: textsOf(form, `${first}-${index} name`),
  }))
}
