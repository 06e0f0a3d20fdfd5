import '@hotwired/turbo'

/** What each desk page asks of a script, begun again after every visit that Turbo makes. */
function enhance(): void {
  document.documentElement.dataset['script'] = 'on'
}

document.addEventListener('turbo:load', enhance)
