/** What mails say in English. Plain sentences: who, what, which story, and what to do. */
export const en = {
  kinds: {
    'waits for review': (by: string) => `${by} sent a story for review`,
    'sent back': (by: string) => `${by} sent a story back to you`,
    cleared: (by: string) => `${by} cleared your story`,
    scheduled: (by: string) => `${by} scheduled your story: readers will see it from the moment below`,
    'under embargo': (by: string) => `${by} scheduled your story under embargo: nobody outside may have it before the moment below`,
    'called off': (by: string) => `${by} called the release of your story off: readers do not see it`,
    released: (by: string) => `${by} released your story: readers see it now`,
    corrected: (by: string) => `${by} corrected your story with a note to readers`,
    withdrawn: (by: string) => `${by} withdrew your story: readers do not see it any more`,
    deleted: (by: string) => `${by} deleted your draft: for thirty days it can be brought back`,
    mentioned: (by: string) => `${by} mentioned you`,
    commented: (by: string) => `${by} commented on a story`,
    assigned: (by: string) => `${by} asks something of you`,
    'pen taken': (by: string) => `${by} took the pen over from you`,
    approved: (by: string) => `${by} approves the text of your private link`,
    refused: (by: string) => `${by} does not approve the text of your private link`,
    answered: (by: string) => `${by} answered your private link`,
  },
  untitled: 'Without a headline yet',
  about: (what: string, headline: string) => `${what}: ${headline}`,
  severalNew: (n: number) => `${n} things are new for you`,
  digest: (n: number, newsroom: string) =>
    n === 1 ? `Your day at ${newsroom}: 1 thing is new` : `Your day at ${newsroom}: ${n} things are new`,
  more: (n: number) => (n === 1 ? 'And one more at the desk.' : `And ${n} more at the desk.`),
  openStory: 'Open it at the desk:',
  openDesk: 'See them at the desk:',
  whyAtOnce: 'You get a mail when something waits for you. To get one a day, or none, open “Your account” at the desk.',
  whyDaily: 'You get this mail once a day, when something waits for you. To change this, open “Your account” at the desk.',
  signIn: {
    subject: (newsroom: string) => `Your link to sign in at ${newsroom}`,
    what: (newsroom: string) => `With this link you sign in at the desk of ${newsroom}:`,
    once: 'It works once, and only for a short time. Pass it on to nobody.',
    notYou: 'You did not ask for it? Then do nothing: without this link nobody can use it.',
  },
  invitation: {
    subject: (by: string, newsroom: string) => `${by} invites you to ${newsroom}`,
    what: (by: string, newsroom: string) => `${by} invites you to work at ${newsroom}, where stories are written, cleared and released.`,
    roles: {
      contributor: 'You will be a contributor: you write stories and send them for review.',
      editor: 'You will be an editor: you write, clear and release stories.',
      'chief editor': 'You will be a chief editor: you clear and release stories, and set the rules of the house.',
      observer: 'You will be an observer: you read what is being written.',
      administrator: 'You will be an administrator: you look after people and settings.',
    },
    accept: 'Open this link to begin, and choose how you sign in:',
    once: (by: string) => `It works once, within seven days. When it works no longer, ask ${by} for another.`,
  },
}

/** What every language of the mails says: the compiler compares the others with English. */
export type MailWords = typeof en
