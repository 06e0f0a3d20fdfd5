/**
 * A text as every archive takes it: NUL, and each half of a surrogate pair that stands alone, is U+FFFD, as in HTML. Nobody's work is refused for a
 * character that nobody sees, and what stood on both sides of it stays apart.
 */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')
