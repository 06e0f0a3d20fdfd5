// Until a reader asks for it, nothing of an embed is loaded: each gets a button, and the button makes way for the provider's frame.
for (const figure of document.querySelectorAll('figure[data-frame]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = figure.dataset.load
  button.addEventListener('click', () => {
    const frame = document.createElement('iframe')
    frame.title = figure.querySelector('a').textContent
    // What is framed is always of another host, so that its own origin gives it nothing of ours.
    frame.sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation'
    frame.allow = 'fullscreen'
    frame.loading = 'lazy'
    frame.referrerPolicy = 'strict-origin'
    frame.style.aspectRatio = figure.dataset.ratio
    frame.src = figure.dataset.frame
    button.replaceWith(frame)
    frame.focus()
  })
  figure.prepend(button)
}
