type Item = { element: Element; level: number; list: string; isOrdered: boolean; start: number }

/** Makes lists of what Word writes as paragraphs with a marker in them, and nests what Word online writes as a list for each item. */
export function nestListParagraphs(body: HTMLElement): void {
  const candidates = [...body.querySelectorAll('p[data-style*="mso-list"], h1[data-style*="mso-list"], li[data-aria-level]')]
  const found = candidates.flatMap((element) => itemOf(element) ?? [])
  const items = new Map(found.map((item) => [item.element, item]))
  const done = new Set<Element>()
  for (const first of found) {
    if (done.has(first.element)) continue
    const run = runFrom(first, items)
    for (const item of run) done.add(item.element)
    const place = outermost(first.element)
    const marker = body.ownerDocument.createTextNode('')
    place.before(marker)
    marker.replaceWith(listOf(run, body.ownerDocument))
    for (const item of run) if (item.element.localName === 'li') removeEmpty(item.element, body)
  }
}

function itemOf(element: Element): Item | undefined {
  const ariaLevel = element.getAttribute('data-aria-level')
  if (ariaLevel !== null) return onlineItem(element, Number(ariaLevel))
  const [, list = '', level = '1'] = /mso-list:\s*(l\d+)\s+level(\d+)/.exec(element.getAttribute('data-style') ?? '') ?? []
  const marker = element.querySelector('[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]')
  if (list === '' || !marker) return undefined
  const sign = marker.textContent.replace(/\s/g, '')
  marker.remove()
  return { element, level: Number(level), list, ...orderOf(sign) }
}

function onlineItem(element: Element, level: number): Item {
  const isOrdered = element.parentElement?.localName === 'ol'
  const start = Number(element.parentElement?.getAttribute('start') ?? 1)
  return { element, level: level || 1, list: element.getAttribute('data-listid') ?? '', isOrdered, start: start || 1 }
}

/** "1.", "(a)", "iv)" count; anything else is a bullet. */
function orderOf(sign: string): { isOrdered: boolean; start: number } {
  const [, count] = /^\(?([\p{L}\p{N}]{1,5})(?:[.)،]|$)/u.exec(sign) ?? []
  // Word's round bullet of the second level is a letter "o" in Courier.
  if (count === undefined || sign === 'o') return { isOrdered: false, start: 1 }
  return { isOrdered: true, start: /^\d+$/.test(count) ? Number(count) : 1 }
}

/** The items that follow each other with nothing between, of one list. */
function runFrom(first: Item, items: Map<Element, Item>): Item[] {
  const run = [first]
  let last = first
  for (;;) {
    const next = nextElement(last.element)
    const item = next && items.get(next)
    if (!item || (item.level === 1 && (item.list !== first.list || item.isOrdered !== first.isOrdered))) return run
    run.push(item)
    last = item
  }
}

/** What comes next in the order of the text, in or out of the little lists of Word online. */
function nextElement(element: Element): Element | null {
  let place: Element = element
  while (!place.nextElementSibling) {
    const parent = place.parentElement
    if (!parent || !isWrapper(parent)) return null
    place = parent
  }
  let next: Element = place.nextElementSibling
  while (isWrapper(next) && next.firstElementChild) next = next.firstElementChild
  return next
}

function isWrapper({ localName, classList }: Element): boolean {
  return localName === 'ul' || localName === 'ol' || classList.contains('ListContainerWrapper')
}

function outermost(element: Element): Element {
  let place = element
  while (place.localName !== 'p' && place.parentElement && isWrapper(place.parentElement) && !place.previousElementSibling)
    place = place.parentElement
  return place
}

function listOf(run: Item[], document: Document): Element {
  const stack: { list: Element; level: number }[] = []
  for (const item of run) {
    while (stack.length > 1 && (stack.at(-1)?.level ?? 0) > item.level) stack.pop()
    let top = stack.at(-1)
    if (!top || top.level < item.level) {
      const list = document.createElement(item.isOrdered ? 'ol' : 'ul')
      if (item.isOrdered && item.start > 1) list.setAttribute('start', String(item.start))
      const holder = top?.list.lastElementChild
      holder?.append(list)
      top = { list, level: item.level }
      stack.push(top)
    }
    const entry = document.createElement('li')
    entry.append(...item.element.childNodes)
    top.list.append(entry)
    if (item.element.localName !== 'li') item.element.remove()
  }
  return stack[0]?.list ?? document.createElement('ul')
}

function removeEmpty(element: Element, body: Element): void {
  let place: Element | null = element
  while (place && place !== body && place.childElementCount === 0 && place.textContent.trim() === '') {
    const outer: Element | null = place.parentElement
    place.remove()
    place = outer
  }
}
