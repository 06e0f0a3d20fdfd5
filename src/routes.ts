/** Every path of the site, written once. `{lang}` prefixes come from `inLanguage`. */
export const routes = {
  front: '/',
  news: '/news',
  story: '/news/:slug',
  section: '/sections/:slug',
  projects: '/projects',
  project: '/projects/:slug',
  place: '/places/:code',
  topic: '/topics/:slug',
  archive: '/archive/:year',
  search: '/search',
  map: '/maps/:name',
  mapSheet: '/maps/sheet.svg',
  logo: '/logo/:name',
  emblem: '/emblems/:name',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  health: '/healthz',
  ready: '/readyz',
  /** What a private link shows, for people without an account. */
  privateLink: '/desk/shown/:token',
  privateLinkPage: '/desk/shown/:token/page',
} as const

const edition = '/desk/editions/:edition'
const entry = '/desk/registers/:register/:entry'

/** Every path of the desk. What is not create, read, update or delete is a thing that is posted to. */
export const desk = {
  home: '/desk',
  auth: '/desk/auth',
  signIn: '/desk/sign-in',
  signInLink: '/desk/sign-in/link',
  signInMail: '/desk/sign-in/mail',
  signInCode: '/desk/sign-in/code',
  signInOidc: '/desk/sign-in/oidc',
  signOut: '/desk/sign-out',
  account: '/desk/account',
  accountPassword: '/desk/account/password',
  accountPasskey: '/desk/account/passkeys/:passkey',
  accountPasskeyOff: '/desk/account/passkeys/:passkey/off',
  accountCodes: '/desk/account/codes',
  accountCodesBegun: '/desk/account/codes/begun',
  accountCodesOff: '/desk/account/codes/off',
  accountBackupCodes: '/desk/account/codes/backup',
  accountSessionsOff: '/desk/account/sessions/off',
  accountSessionOff: '/desk/account/sessions/:session/off',
  mailbox: '/desk/mailbox',
  mail: '/desk/mailbox/:mail',
  notices: '/desk/notices',
  stories: '/desk/stories',
  newStory: '/desk/stories/new',
  ownStories: '/desk/stories/own',
  views: '/desk/views',
  viewOff: '/desk/views/:view/off',
  changes: '/desk/changes',
  change: '/desk/changes/:change',
  changeOff: '/desk/changes/:change/off',
  deletedDrafts: '/desk/deleted',
  deletedDraftBack: '/desk/deleted/:edition/back',
  edition,
  deletion: `${edition}/deletion`,
  editionText: `${edition}/text`,
  pen: `${edition}/pen`,
  penDown: `${edition}/pen/down`,
  review: `${edition}/review`,
  reviewBack: `${edition}/review/back`,
  sentBack: `${edition}/sent-back`,
  clearance: `${edition}/clearance`,
  look: `${edition}/clearance/:step/look`,
  plan: `${edition}/plan`,
  release: `${edition}/release`,
  releaseOff: `${edition}/release/off`,
  withdrawal: `${edition}/withdrawal`,
  slug: `${edition}/slug`,
  comments: `${edition}/comments`,
  thread: `${edition}/comments/:thread`,
  assignments: `${edition}/assignments`,
  assignment: `${edition}/assignments/:assignment`,
  history: `${edition}/history`,
  revision: `${edition}/history/:number`,
  restore: `${edition}/history/:number/restore`,
  revisionName: `${edition}/history/:number/name`,
  preview: `${edition}/preview`,
  print: `${edition}/preview/page`,
  privateLinks: `${edition}/private-links`,
  privateLinkOff: `${edition}/private-links/:link/off`,
  translation: `${edition}/translation`,
  translationText: `${edition}/translation/text`,
  translationDone: `${edition}/translation/done`,
  translationStructure: `${edition}/translation/structure`,
  translationByMachine: `${edition}/translation/by-machine`,
  translationFile: `${edition}/translation.xlf`,
  editionTranslations: `${edition}/translations`,
  translationsSpared: `${edition}/translations/spared`,
  translations: '/desk/translations',
  translationFiles: '/desk/translations/xliff',
  translationFilesIn: '/desk/translations/xliff/in',
  people: '/desk/people',
  person: '/desk/people/:member',
  personInvitation: '/desk/people/:member/invitation',
  personSuspension: '/desk/people/:member/suspension',
  personSuspensionOff: '/desk/people/:member/suspension/off',
  rules: '/desk/rules',
  visibilityRules: '/desk/rules/visibility',
  visibilityRule: '/desk/rules/visibility/:rule',
  visibilityRuleOff: '/desk/rules/visibility/:rule/off',
  emblem: '/desk/rules/visibility/:rule/emblem',
  emblemOff: '/desk/rules/visibility/:rule/emblem/off',
  registers: '/desk/registers',
  register: '/desk/registers/:register',
  newEntry: '/desk/registers/:register/new',
  registerNames: '/desk/registers/:register/names',
  registerTable: '/desk/registers/:register/table',
  registerTableFile: '/desk/registers/:register/table.csv',
  registerTableIn: '/desk/registers/:register/table/in',
  entry,
  entryArchive: `${entry}/archive`,
  entryArchiveOff: `${entry}/archive/off`,
  entrySlug: `${entry}/slug`,
  entryMerge: `${entry}/merge`,
  entryMergeOff: `${entry}/merge/off`,
  settings: '/desk/settings',
  siteSettings: '/desk/settings/site',
  siteLogo: '/desk/settings/site/logo',
  siteLogoOff: '/desk/settings/site/logo/off',
  sitePreview: '/desk/settings/site/preview',
  audit: '/desk/audit',
  auditFile: '/desk/audit.csv',
  addresses: '/desk/addresses',
  addressOff: '/desk/addresses/off',
  help: '/desk/help',
  guide: '/desk/help/guide',
  administratorsGuide: '/desk/help/administrators',
  guidePicture: '/desk/help/pictures/:name',
  keys: '/desk/keys',
  keyOff: '/desk/keys/:key/off',
} as const

const apiEdition = '/api/v1/editions/:edition'

/** Every path of the API, and of what explains it. What only readers' pages tell is public; the rest needs a key. */
export const api = {
  docs: '/api/docs',
  problems: '/api/docs/problems',
  docsReader: '/api/docs/scalar-1.72.1.js',
  description: '/api/v1/openapi.json',
  newsroom: '/api/v1/newsroom',
  stories: '/api/v1/stories',
  story: '/api/v1/stories/:slug',
  search: '/api/v1/search',
  sections: '/api/v1/sections',
  projects: '/api/v1/projects',
  project: '/api/v1/projects/:slug',
  places: '/api/v1/places',
  topics: '/api/v1/topics',
  organisations: '/api/v1/organisations',
  me: '/api/v1/me',
  overview: '/api/v1/overview',
  notices: '/api/v1/notices',
  noticesSeen: '/api/v1/notices/seen',
  storyEditions: '/api/v1/stories/:story/editions',
  editions: '/api/v1/editions',
  edition: apiEdition,
  findings: `${apiEdition}/findings`,
  revisions: `${apiEdition}/revisions`,
  revision: `${apiEdition}/revisions/:number`,
  revisionName: `${apiEdition}/revisions/:number/name`,
  comparison: `${apiEdition}/revisions/:number/comparison`,
  restorations: `${apiEdition}/restorations`,
  pen: `${apiEdition}/pen`,
  review: `${apiEdition}/review`,
  sentBack: `${apiEdition}/sent-back`,
  clearance: `${apiEdition}/clearance`,
  look: `${apiEdition}/clearance/:step/look`,
  plan: `${apiEdition}/plan`,
  release: `${apiEdition}/release`,
  schedule: `${apiEdition}/schedule`,
  corrections: `${apiEdition}/corrections`,
  slug: `${apiEdition}/slug`,
  comments: `${apiEdition}/comments`,
  resolution: `${apiEdition}/comments/:thread/resolution`,
  assignments: `${apiEdition}/assignments`,
  completion: `${apiEdition}/assignments/:assignment/completion`,
  privateLinks: `${apiEdition}/private-links`,
  privateLink: `${apiEdition}/private-links/:link`,
  translations: `${apiEdition}/translations`,
  passages: `${apiEdition}/passages`,
  passagesDone: `${apiEdition}/passages/done`,
  structure: `${apiEdition}/structure`,
  machineDraft: `${apiEdition}/machine-draft`,
  minorChange: `${apiEdition}/minor-change`,
  deletedDrafts: '/api/v1/deleted-drafts',
  deletedDraftReturn: '/api/v1/deleted-drafts/:edition/return',
  matrix: '/api/v1/translations',
  xliff: '/api/v1/xliff',
  xliffPlan: '/api/v1/xliff/plan',
  register: '/api/v1/registers/:register',
  registerTable: '/api/v1/registers/:register/table',
  registerPlan: '/api/v1/registers/:register/table/plan',
  entry: '/api/v1/registers/:register/entries/:id',
  entrySlug: '/api/v1/registers/:register/entries/:id/slug',
  entryArchive: '/api/v1/registers/:register/entries/:id/archive',
  entryMerge: '/api/v1/registers/:register/entries/:id/merge',
  members: '/api/v1/members',
  member: '/api/v1/members/:member',
  invitation: '/api/v1/members/:member/invitation',
  suspension: '/api/v1/members/:member/suspension',
  houseRules: '/api/v1/house-rules',
  visibilityRules: '/api/v1/visibility-rules',
  visibilityRule: '/api/v1/visibility-rules/:rule',
  emblem: '/api/v1/visibility-rules/:rule/emblems/:language',
  keys: '/api/v1/keys',
  key: '/api/v1/keys/:key',
  settings: '/api/v1/settings',
  logo: '/api/v1/settings/logo',
  oldAddresses: '/api/v1/old-addresses',
  oldAddressTrial: '/api/v1/old-addresses/trial',
  missedAddresses: '/api/v1/missed-addresses',
  changes: '/api/v1/changes',
  change: '/api/v1/changes/:change',
  views: '/api/v1/views',
  view: '/api/v1/views/:view',
  audit: '/api/v1/audit',
} as const

/** Whatever is asked of programs' addresses, those that are none among them. */
export const anyOfApi = '/api/*'

/** A program says its language in the query: there is no `/fr/api/…`. */
export const isOfApi = (path: string): boolean => path.startsWith('/api/')

type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : Record<never, string>

/** The address of a route with its parameters filled in and escaped. */
export function link<Path extends string>(path: Path, params: Params<Path>): string {
  const values: Record<string, string> = { ...params }
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

/** Matches the paths of a route, whatever its parameters are. */
export const pathPattern = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)

/** The same address in a language; the default language has no prefix. */
export function inLanguage(path: string, language: string, defaultLanguage: string): string {
  if (language === defaultLanguage) return path
  return path === '/' ? `/${language}` : `/${language}${path}`
}

/** What every river is told in besides its page; the feeds at the root are those of all news. */
export const feedNames = ['feed.xml', 'feed.atom', 'feed.json'] as const
export type FeedName = (typeof feedNames)[number]

export const feedOf = (river: string, feed: FeedName): string => `${river === routes.front ? '' : river}/${feed}`

const feedPart = `/(?:${feedNames.join('|').replaceAll('.', String.raw`\.`)})`
const feedAtEnd = new RegExp(`${feedPart}$`)

export const isFeed = (path: string): boolean => feedAtEnd.test(path)

/** The river that a feed is of; any other path as it is. */
export const withoutFeed = (path: string): string => path.replace(feedAtEnd, '') || routes.front

const prefix = String.raw`^(?:/[a-z]{2,3}(?:-[A-Za-z0-9]+)*)?`

/** How the press treats paths: what it never keeps, and which of the rest make a page by their query. */
export const kept = {
  /** Programs' reads of what readers may see; the language is said by the query. */
  api: new RegExp(
    String.raw`^/api/v1/(?:newsroom|stories(?:/[^/]+)?|sections|projects(?:/[^/]+)?|places|topics|organisations|openapi\.json)$|^/api/docs(?:/problems)?$`,
  ),
  never: new RegExp(`${prefix}/(?:search|desk|api|healthz|readyz|metrics|assets)(?:/|$)`),
  river: new RegExp(
    `${prefix}/(?:news|sections/[^/]+|projects/[^/]+|places/[^/]+|topics/[^/]+|archive/[^/]+)(?:${feedPart})?$|^/sitemap\\.xml$`,
  ),
  plain: new RegExp(`${prefix}(?:/|/projects|/news/[^/]+|/maps/[^/]+|/logo/[^/]+|/emblems/[^/]+|${feedPart})?$|^/robots\\.txt$`),
} as const
