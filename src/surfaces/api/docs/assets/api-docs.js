// Shows the description in Scalar's reader, in place of the plain table. Nothing is asked of anybody else: no fonts, no proxy, no assistant.
const operations = document.getElementById('operations')
const place = document.createElement('div')
operations.replaceWith(place)
window.Scalar.createApiReference(place, {
  url: operations.dataset.description,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
})
