// What only some pages want, or someone who compares two texts or mentions somebody, comes when it is wanted.
const later = /^(?:passkeys|choose-fields|mentions|live-preview|keep-forms|grow-frames)/

/** The bytes, compressed, of the scripts that a page of the desk loads by itself: without the text editor, and with it. */
export function weighDeskScripts(scripts: readonly { name: string; bytes: Uint8Array }[], compress: (bytes: Uint8Array) => Uint8Array) {
  const loaded = scripts.filter(({ name }) => !later.test(name))
  const weigh = (those: typeof loaded) => those.reduce((sum, { bytes }) => sum + compress(bytes).length, 0)
  return { page: weigh(loaded.filter(({ name }) => !name.startsWith('mount-editor'))), withEditor: weigh(loaded) }
}
