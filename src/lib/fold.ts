import { fewMarks } from './few-marks.ts'

const letters: Record<string, string> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ё: 'е',
  ґ: 'г',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
}
const folded = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')

/** A text without what readers leave out when they search: case, accents, Arabic vowel signs and tatweel. Word boundaries stay. */
export function fold(text: string): string {
  return fewMarks(text)
    .toLowerCase()
    .normalize('NFC')
    .replace(folded, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .normalize('NFC')
}
