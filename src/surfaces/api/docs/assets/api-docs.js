// Shows the description in Scalar's reader. Nothing is asked of anybody else: no fonts, no proxy, no assistant.
const { url } = document.getElementById('api-reference').dataset
window.Scalar.createApiReference('#api-reference', {
  url,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
})
