/** Words as XML text. What XML 1.0 cannot hold is the XLIFF element for it, or U+FFFD where no element may stand. */
export function xmlWords(text: string, isPlain = false): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    .replace(unfit, (character) =>
      isPlain ? '\ufffd' : `<cp hex="${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}"/>`,
    )
}

export const xmlAttribute = (text: string): string =>
  xmlWords(text, true).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
