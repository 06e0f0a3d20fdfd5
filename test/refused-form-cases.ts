import { desk, routes } from '#src/routes.ts'

import { hostile } from './hostile.ts'
import type { Typed } from './refused-form.ts'

/** A form that is not taken: what is typed in it, and the fields that are marked. */
export type RefusedCase = {
  typed: Typed
  marks: readonly string[]
  status?: 409
  /** The edition that it is about, by where it stands; a draft of the sender’s, unless it is said. */
  edition?: 'other' | 'sent' | 'out'
  /** Where a button sends the form of another address. */
  action?: string
  to?: Readonly<Record<string, string>>
}

const long = 'x'.repeat(2001)
const noFile = new File(['nothing'], 'nothing.bin')
const site = { 'name en': hostile.slice(0, 100), languages: 'en', timeZone: 'Mars/Olympus', accent: '#123456' }
const given = { 'projects-all': 'all', 'sections-all': 'all', 'languages-all': 'all', role: 'editor' }
const statement = { funder: '', 'statement en': hostile, from: '2026-05-05' }

/** Forms that members and strangers fill in, by the way that takes them. */
export const refusedCases: Readonly<Record<string, readonly RefusedCase[]>> = {
  [routes.privateLink]: [
    { typed: { name: '\u200b', verdict: 'refused', words: hostile }, marks: ['name'] },
    { typed: { name: hostile.slice(0, 100), words: 'Why?' }, marks: ['verdict'] },
    { typed: { name: 'Rosa', verdict: 'refused', words: ' ' }, marks: ['words'] },
  ],
  [desk.stories]: [
    { typed: { headline: long, language: 'fr' }, marks: ['headline'] },
    { typed: { headline: hostile, language: 'fr', document: noFile }, marks: ['document'] },
    { typed: { headline: hostile, language: 'zxx' }, marks: ['language'] },
  ],
  [desk.edition]: [
    {
      edition: 'other',
      typed: { madeFrom: ':latest', headline: hostile, kind: 'news', activityType: 'workshop', activityParticipants: '-4' },
      marks: ['activityParticipants'],
    },
  ],
  [desk.review]: [{ typed: { words: long }, marks: ['words'] }],
  [desk.sentBack]: [
    { edition: 'sent', typed: { reason: ' ' }, marks: ['reason'] },
    { edition: 'sent', typed: { reason: hostile + long }, marks: ['reason'] },
  ],
  [desk.clearance]: [{ typed: { revision: '1', aloneBecause: ' ' }, marks: ['aloneBecause'] }],
  [desk.plan]: [{ typed: { at: 'tomorrow' }, marks: ['at'] }],
  [desk.release]: [
    { typed: { when: 'later', at: '', until: '2026-06-01T12:00', aloneBecause: hostile }, marks: ['at'] },
    { typed: { when: 'later', at: '2020-05-05T12:00', aloneBecause: hostile }, marks: ['at'] },
    { typed: { when: 'now', until: '2020-05-05T12:00', aloneBecause: hostile, revision: '1' }, marks: ['until'] },
    { typed: { when: 'now', aloneBecause: ' ', revision: '1' }, marks: ['aloneBecause'] },
    { edition: 'out', typed: { when: 'now', 'note-kind': 'correction', correction: ' ', revision: '1' }, marks: ['correction'] },
  ],
  [desk.withdrawal]: [{ edition: 'out', typed: { reason: long }, marks: ['reason'] }],
  [desk.slug]: [
    { edition: 'out', typed: { slug: '' }, marks: ['slug'] },
    { edition: 'out', typed: { slug: 'taken' }, marks: ['slug'], status: 409 },
  ],
  [desk.comments]: [
    { typed: { words: ' ' }, marks: ['words'] },
    { typed: { words: hostile + long, thread: ':thread' }, marks: ['words'] },
  ],
  [desk.assignments]: [
    { typed: { member: ':member', task: ' ', dueOn: '2026-02-31' }, marks: ['task', 'dueOn'] },
    { typed: { member: 'nobody', task: hostile }, marks: ['member'] },
    { typed: { member: ':outsider', task: hostile }, marks: ['member'], status: 409 },
  ],
  [desk.privateLinks]: [{ typed: { forWhom: ' ', days: '61' }, marks: ['forWhom', 'days'] }],
  [desk.editionTranslations]: [{ typed: { language: 'en' }, marks: ['language'] }],
  [desk.translationFiles]: [{ typed: { file: noFile }, marks: ['file'] }],
  [desk.people]: [
    { typed: { ...given, email: hostile.slice(0, 60), name: ' ' }, marks: ['email', 'name'] },
    { typed: { ...given, email: 'known@example.org', name: hostile.slice(0, 100) }, marks: ['email'], status: 409 },
  ],
  [desk.person]: [{ typed: { ...given, name: '\u200b', madeFrom: '1' }, marks: ['name'] }],
  [desk.siteSettings]: [{ typed: site, marks: ['timeZone'] }],
  [desk.sitePreview]: [{ typed: { ...site, accent: 'red', timeZone: 'UTC' }, marks: ['accent'], action: desk.siteSettings }],
  [desk.siteLogo]: [{ typed: { ...site, timeZone: 'UTC', madeFrom: '1', logo: noFile }, marks: ['logo'], action: desk.siteSettings }],
  [desk.addresses]: [
    { typed: { path: hostile, to: '/news' }, marks: ['path'] },
    { typed: { path: '/index.php?id=1', to: 'https://evil.example/' }, marks: ['to'] },
    { typed: { path: '/news', to: '/projects' }, marks: ['path'], status: 409 },
  ],
  [desk.keys]: [{ typed: { name: ' ', member: 'nobody', days: 'x' }, marks: ['name', 'member', 'scopes', 'days'] }],
  [desk.rules]: [{ typed: { 'style en': `Kiev = Kyiv\n${hostile.slice(0, 20)}`, 'style fr': 'un = deux' }, marks: ['style en'] }],
  [desk.visibilityRules]: [{ typed: statement, marks: ['funder', 'places'] }],
  [desk.visibilityRule]: [{ typed: statement, marks: ['funder', 'places'] }],
  [desk.emblem]: [{ typed: { language: 'fr', emblem: noFile }, marks: ['emblem'] }],
  [desk.changes]: [
    { typed: { do: '', task: hostile }, marks: ['do'] },
    { typed: { do: 'assign', 'with assign': ':member', task: ' ', dueOn: '2026-06-01' }, marks: ['task'] },
    { typed: { do: 'assign', 'with assign': ':member', task: long, edition: ':edition' }, marks: ['task'] },
  ],
  [desk.views]: [{ typed: { query: 'state=draft', name: hostile, shared: 'yes' }, marks: ['name'] }],
  [desk.register]: [
    { to: { register: 'sections' }, typed: { 'name en': '', slug: hostile.slice(0, 40) }, marks: ['name en', 'slug'] },
    { to: { register: 'topics' }, typed: { 'name en': hostile, slug: 'taken' }, marks: ['slug'], status: 409 },
  ],
  [desk.registerTable]: [
    { to: { register: 'topics' }, typed: { table: new File(['slug\n"open'], 'topics.csv') }, marks: ['table'] },
    { to: { register: 'topics' }, typed: { table: new File([], '') }, marks: ['table'] },
  ],
  [desk.entry]: [
    {
      to: { register: 'projects', entry: ':project' },
      typed: { 'title en': hostile, status: 'running', starts: '2026-05-05', ends: 'May' },
      marks: ['ends'],
    },
  ],
  [desk.entrySlug]: [
    { typed: { slug: hostile }, marks: ['slug'] },
    { typed: { slug: 'taken' }, marks: ['slug'], status: 409 },
  ],
}

/** Forms of those who come in, or who set how they do. */
export const ownCases: Readonly<Record<string, readonly RefusedCase[]>> = {
  [desk.signIn]: [{ typed: { email: hostile, password: 'not this one' }, marks: ['password'] }],
  [desk.signInCode]: [{ typed: { code: '000000' }, marks: ['code'] }],
  [desk.account]: [{ typed: { name: '\u2060', language: 'fr', mailWish: 'daily' }, marks: ['name'] }],
  [desk.accountPassword]: [
    { typed: { current: 'not this one', wanted: 'four words are enough' }, marks: ['current'] },
    { typed: { current: 'four words are enough', wanted: 'short' }, marks: ['wanted'] },
  ],
  [desk.accountPasskey]: [{ typed: { name: ' ' }, marks: ['name'] }],
  [desk.accountCodes]: [{ typed: { password: 'not this one' }, marks: ['password'] }],
  [desk.accountCodesBegun]: [{ typed: { code: '000000', address: ':address', backupCodes: 'a b' }, marks: ['code'] }],
  [desk.accountCodesOff]: [{ typed: { password: 'not this one' }, marks: ['password'] }],
  [desk.accountBackupCodes]: [{ typed: { password: 'not this one' }, marks: ['password'] }],
}

/** What is pressed: there is nothing to type in. */
export const pressed: readonly string[] = [
  desk.signInLink, desk.signOut, desk.notices, desk.reviewBack, desk.look, desk.releaseOff, desk.thread, desk.assignment, desk.restore,
  desk.privateLinkOff, desk.accountPasskeyOff, desk.accountSessionsOff, desk.accountSessionOff, desk.personInvitation, desk.personSuspension,
  desk.personSuspensionOff, desk.siteLogoOff, desk.addressOff, desk.keyOff, desk.visibilityRuleOff, desk.emblemOff, desk.change,
  desk.changeOff, desk.viewOff, desk.registerTableIn, desk.entryArchive, desk.entryArchiveOff, desk.entryMerge, desk.entryMergeOff,
  desk.translationFilesIn, desk.translationDone, desk.translationStructure, desk.translationByMachine, desk.translationsSpared,
  desk.deletedDraftBack, desk.deletion,
] // prettier-ignore

/** What scripts alone send: they are answered in JSON. */
export const byScripts: readonly string[] = [`${desk.auth}/*`, desk.editionText, desk.pen, desk.penDown, desk.translationText]

/** Whatever is typed is taken: a link is sent only to who is known, and nobody hears who that is; a name may be anything, and be taken away. */
export const neverRefused: readonly string[] = [desk.signInMail, desk.revisionName]

/** A page of passages: which of them is wrong is said by its words; src/surfaces/desk/translations tests it. */
export const byPassage: readonly string[] = [desk.translation]
