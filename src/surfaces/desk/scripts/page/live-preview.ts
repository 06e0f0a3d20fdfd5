const pause = 500

/** Shows what a form would make of the site while it is filled in; without this, its Preview button does. */
export function previewWhileTyping(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-preview]')) new LivePreview(form)
}

class LivePreview {
  readonly #form: HTMLFormElement
  #timer = 0
  #asked = new AbortController()

  constructor(form: HTMLFormElement) {
    this.#form = form
    form.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#ask(), pause)
    })
  }

  async #ask(): Promise<void> {
    this.#asked.abort()
    const { signal } = (this.#asked = new AbortController())
    const body = new FormData(this.#form)
    // A picture on a bad line for every word that is typed, and the preview shows the one that is there.
    body.delete('logo')
    try {
      const answer = await fetch(this.#form.dataset['preview'] ?? '', { method: 'POST', body, signal })
      if (new URL(answer.url).pathname === this.#form.dataset['preview']) this.#show(await answer.text())
    } catch {
      // A later question took its place, or the line is gone: the preview stays as it was.
    }
  }

  /** The answer is the page as it is without scripts; of it the preview, the colours and what cannot be are taken. */
  #show(html: string): void {
    const answer = new DOMParser().parseFromString(html, 'text/html')
    const failure = failureIn(answer)
    const status = document.querySelector('#preview output')
    if (status) {
      status.textContent = failure ?? answer.querySelector('#preview output')?.textContent ?? ''
      status.classList.toggle('failing', failure !== undefined)
    }
    const swatches = answer.querySelector('.swatches')
    if (swatches) this.#form.querySelector('.swatches')?.replaceWith(swatches)
    const frame = document.querySelector<HTMLIFrameElement>('#preview iframe')
    const preview = answer.querySelector<HTMLIFrameElement>('#preview iframe')?.srcdoc
    if (frame && preview !== undefined) keepingPlace(frame, preview)
  }
}

/** What is wrong, line by line; its heading says that something was not saved, and nothing was to be. */
function failureIn(answer: Document): string | undefined {
  const failure = answer.querySelector('.failure')
  const lines = [...(failure?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)
  return lines.length > 0 ? lines.join(' ') : failure?.textContent
}

function keepingPlace(frame: HTMLIFrameElement, html: string): void {
  const top = frame.contentWindow?.scrollY ?? 0
  frame.addEventListener('load', () => frame.contentWindow?.scrollTo({ top, behavior: 'instant' }), { once: true })
  frame.srcdoc = html
}
