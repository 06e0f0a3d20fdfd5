import '@hotwired/turbo'

import { make } from '../editor/dom.ts'
import { offerCopies } from './page/copying.ts'
import { listenToKeys } from './page/keys.ts'
import type * as Mentions from './page/mentions.ts'
import { tellMoments } from './page/moments.ts'
import { easePicking } from './page/pick-many.ts'
import { sendFormsOnce } from './page/submits.ts'
import { tendTextBoxes } from './page/text-boxes.ts'
import { scriptWords } from './script-words.ts'
import type * as Writing from './writing/begin-writing.ts'

const others = new BroadcastChannel('dateline-desk')
const done = new WeakSet<Element>()

/** What each desk page asks of a script, begun again after every visit that Turbo makes. */
function enhance(): void {
  document.documentElement.dataset['script'] = 'on'
  const main = document.querySelector('main')
  if (main && !done.has(main)) {
    done.add(main)
    offerCopies(document, scriptWords())
    void growShown(main)
    void offerPasskeys(main)
    void showPreviews(main)
    void keepTyped(main)
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
  tellMoments(document, words)
}

let mentions: Promise<typeof Mentions> | undefined

/** What offers names comes with the first comment that is begun. */
function helpToMention({ target }: FocusEvent): void {
  if (mentions || !(target instanceof Element && target.matches('[data-comments] textarea'))) return
  mentions = import('./page/mentions.ts')
  mentions.then(tend, () => (mentions = undefined))
}

async function offerPasskeys(page: HTMLElement): Promise<void> {
  if (page.querySelector('[data-passkey-add], [data-passkey-sign-in]')) (await import('./passkeys.ts')).enhancePasskeys(page)
}

async function showPreviews(page: HTMLElement): Promise<void> {
  if (page.querySelector('form[data-preview]')) (await import('./page/live-preview.ts')).previewWhileTyping(document)
}

async function growShown(page: HTMLElement): Promise<void> {
  if (page.querySelector('iframe[data-grow]')) (await import('./page/grow-frames.ts')).growFrames(document)
}

async function keepTyped(page: HTMLElement): Promise<void> {
  if (page.querySelector('form[data-keep]')) (await import('./page/keep-forms.ts')).keepForms(document, scriptWords())
}

async function beginPage(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-writing]')
  if (!place) return
  stayOnRefresh()
  await (await writing()).beginWriting(place, scriptWords())
}

/** After an act upon the text Turbo changes only what has changed on the page, and never shows it from memory. */
function stayOnRefresh(): void {
  const wishes = { 'turbo-cache-control': 'no-cache', 'turbo-refresh-method': 'morph', 'turbo-refresh-scroll': 'preserve' }
  for (const [name, content] of Object.entries(wishes)) {
    const known = document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)
    if (known) known.content = content
    else document.head.append(make('meta', { name, content }))
  }
}

let begun: Promise<typeof Writing> | undefined

function writing(): Promise<typeof Writing> {
  begun ??= import('./writing/begin-writing.ts').then((module) => {
    module.saveBeforeActs(scriptWords)
    document.addEventListener('turbo:before-render', ({ detail }) => {
      const stays = detail.newBody.querySelector<HTMLElement>('[data-writing]')?.dataset['writing']
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
