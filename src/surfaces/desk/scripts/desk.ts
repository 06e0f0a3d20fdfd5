import '@hotwired/turbo'

import { listenToKeys } from './page/keys.ts'
import type * as Mentions from './page/mentions.ts'
import { easePicking } from './page/picking.ts'
import { sendFormsOnce } from './page/submits.ts'
import { tendTextBoxes } from './page/text-boxes.ts'
import { scriptWords } from './script-words.ts'
import type * as Writing from './writing/begin-writing.ts'

const others = new BroadcastChannel('dateline-desk')
const done = new WeakSet<Element>()

/** What only some pages want, by what is on them. */
const wanted: { [asks: string]: (page: HTMLElement) => Promise<void> } = {
  '[data-lines]': async () => (await import('./page/list-keys.ts')).listenInLists(),
  'input[data-select-all]': async () => (await import('./page/copying.ts')).offerCopies(document, scriptWords()),
  'form[data-ticks]': async () => (await import('./page/tick-many.ts')).tickMany(document, scriptWords()),
  'form[data-preview]': async () => (await import('./page/live-preview.ts')).previewWhileTyping(document),
  '[data-keys-choice]': async (page) => (await import('./page/keys-choice.ts')).offerKeysChoice(page),
  'iframe[data-grow]': async () => (await import('./page/grow-frames.ts')).growFrames(document),
  '[data-passkey-add], [data-passkey-sign-in]': async (page) => (await import('./passkeys.ts')).enhancePasskeys(page),
}

/** What each desk page asks of a script, begun again after every visit that Turbo makes. */
function enhance(): void {
  document.documentElement.dataset['script'] = 'on'
  const main = document.querySelector('main')
  if (main && !done.has(main)) {
    done.add(main)
    for (const [asks, begin] of Object.entries(wanted)) if (main.querySelector(asks)) void begin(main)
  }
  tend()
  void beginPage()
  others.postMessage('here')
}

/** What may come new to a page that stays. */
function tend(): void {
  const words = scriptWords()
  easePicking(document, words)
  tendTextBoxes(document)
  void mentions?.then(({ offerMentions }) => offerMentions(document, words))
}

let mentions: Promise<typeof Mentions> | undefined

/** What offers names comes with the first comment that is begun. */
function helpToMention({ target }: FocusEvent): void {
  if (mentions || !(target instanceof Element && target.matches('[data-comments] textarea'))) return
  mentions = import('./page/mentions.ts')
  mentions.then(tend, () => (mentions = undefined))
}

async function beginPage(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-writing]')
  if (!place) return
  const passages = place.querySelector<HTMLFormElement>('form[data-passages]')
  if (passages) (await import('./writing/passages.ts')).followPassages(passages)
  await (await writing()).beginWriting(place, scriptWords())
}

let begun: Promise<typeof Writing> | undefined

function writing(): Promise<typeof Writing> {
  begun ??= import('./writing/begin-writing.ts').then((module) => {
    module.saveBeforeActs(scriptWords)
    document.addEventListener('turbo:before-render', ({ detail }) => {
      const stays = detail.newBody.querySelector<HTMLElement>('[data-writing]:has([data-turbo-permanent])')?.dataset['writing']
      if (stays !== document.querySelector<HTMLElement>('[data-writing]')?.dataset['writing']) void module.endWriting()
    })
    return module
  })
  return begun
}

listenToKeys(scriptWords)
sendFormsOnce()
document.addEventListener('focusin', helpToMention)
document.addEventListener('turbo:load', enhance)
// The answer to a form that was refused is shown without being loaded.
document.addEventListener('turbo:render', () => {
  const main = document.querySelector('main')
  if (main && !done.has(main)) enhance()
})
document.addEventListener('desk:shown', tend)
