// What only some pages or browsers want, or someone who compares two texts, mentions somebody or asks a large register, comes when it is wanted.
const later =
  /^(?:passkeys|choose-fields|mentions|live-preview|passages|grow-\w+|ask-names|keys-\w+|list-keys|tick-many|copying|replace-found|pick-note|show-faults|show-found|comment-anchor|kept-list|fill-chip)/
// The text editor, and what it shares with what replaces words in it.
const ofEditor = /^(?:mount-editor|find-places)/

/** The bytes, compressed, of the scripts that a page of the desk loads by itself: without the text editor, and with it. */
export function weighDeskScripts(scripts: readonly { name: string; bytes: Uint8Array }[], compress: (bytes: Uint8Array) => Uint8Array) {
  const loaded = scripts.filter(({ name }) => !later.test(name))
  const weigh = (those: typeof loaded) => those.reduce((sum, { bytes }) => sum + compress(bytes).length, 0)
  return { page: weigh(loaded.filter(({ name }) => !ofEditor.test(name))), withEditor: weigh(loaded) }
}
