import { examples } from '#surfaces/api/description/examples.ts'

const nobody = '01900000-0000-7000-8000-000000000000'

/** What each operation is sent, so that nothing but the rights of whoever sends it stands in its way. */
export const bodies: { readonly [operation: string]: unknown } = {
  ...examples,
  changeProfile: { name: 'As before', language: 'en', mailWish: 'at once' },
  seeNotices: {},
  changeStories: { id: nobody, editions: [nobody], change: { kind: 'section', section: null } },
  saveView: { name: 'Mine', query: 'state=draft' },
  takePen: { tab: 'one' },
  nameRevision: { name: 'As agreed' },
  restoreRevision: { revision: 1 },
  sendBack: { reason: 'Too long.' },
  clearStory: { aloneBecause: 'Nobody else is here.' },
  resolveThread: { isResolved: true },
  assignStory: { member: nobody, task: 'Find a picture' },
  makePrivateLink: { forWhom: 'A donor', days: 3 },
  planRelease: { at: null },
  translateEdition: { language: 'fr' },
  writePassages: { sourceRevision: 1, written: [] },
  markPassages: { sourceRevision: 1, passages: 'all' },
  takeStructure: { sourceRevision: 1 },
  previewImport: { text: '<xliff/>' },
  importTranslation: { text: '<xliff/>', name: 'Back' },
  addEntry: { name: { en: 'Another' } },
  changeEntry: { name: { en: 'Another' } },
  moveEntry: { slug: 'elsewhere' },
  mergeEntries: { into: nobody },
  planImport: { csv: 'slug,name en\n' },
  importEntries: { csv: 'slug,name en\n', agreed: 'x' },
  changeMember: { name: 'Victim', role: 'observer', projects: null, sections: null, languages: null },
  changeHouseRules: {},
  fileVisibilityRule: { funder: nobody, statement: { en: 'Paid.' }, places: ['story'] },
  changeVisibilityRule: { funder: nobody, statement: { en: 'Paid.' }, places: ['story'] },
  changeSettings: {
    name: { en: 'News' },
    tagline: {},
    languages: ['en', 'fr', 'ar'],
    timeZone: 'UTC',
    accent: '#7a1f2b',
    navigation: null,
    footer: { text: {}, links: [] },
  },
  changeLogo: { bytes: '' },
  changeEmblem: { bytes: '' },
  addOldAddress: { path: '/old', to: '/news' },
}

/** What each operation is asked with. */
export const queries: { readonly [operation: string]: string } = {
  putDownPen: 'tab=one',
  compareContents: 'from=1',
  withdrawStory: 'reason=It+was+wrong.',
  exportXliff: `editions=${nobody}`,
  removeOldAddress: 'path=/old',
  tryAddress: 'path=/old',
}
