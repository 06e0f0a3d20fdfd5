const content = {
  kind: 'news',
  slug: 'ferry-sails-again',
  headline: 'The ferry sails again',
  summary: 'After a winter on land the ferry takes lorries over the river.',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'It carries forty lorries a day.' }] }] },
  byline: null,
  dateline: { place: 'CHIȘINĂU', date: '2026-05-05' },
  section: null,
  projects: [],
  places: ['MD'],
  topics: [],
  people: [],
  activity: null,
}

/** What is sent, by operation: the way of one story. */
export const examples: { readonly [operation: string]: unknown } = {
  fileStory: { language: 'en', content },
  fileEdition: { language: 'fr', content: { ...content, slug: 'bac', headline: 'Le bac repart' } },
  saveRevision: { ...content, summary: 'After a winter on land the ferry takes forty lorries a day over the river.' },
  sendForReview: { words: 'The mayor has seen the numbers.' },
  clearStory: {},
  releaseStory: { at: '2026-05-06T07:00:00Z' },
  correctStory: { correction: 'The ferry carries forty lorries a day, not fourteen.' },
  changeSlug: { slug: 'ferry-sails' },
  addComment: { words: 'Is it forty, @Ana?' },
  inviteMember: { email: 'ana@example.org', name: 'Ana', role: 'contributor', projects: null, sections: null, languages: ['en'] },
}
