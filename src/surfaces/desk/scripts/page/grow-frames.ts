/** A frame that holds a page of ours is as high as that page: one scrolls through one thing. */
export function growFrames(page: Document): void {
  for (const frame of page.querySelectorAll<HTMLIFrameElement>('iframe[data-grow]')) {
    const grow = () => {
      const inner = frame.contentDocument?.documentElement
      if (!inner) return
      new ResizeObserver(() => (frame.style.height = `${inner.scrollHeight + 2}px`)).observe(inner)
    }
    frame.addEventListener('load', grow)
    if (frame.contentDocument?.readyState === 'complete') grow()
  }
}
