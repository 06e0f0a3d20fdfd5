import { fewMarks } from './few-marks.ts'
import { cutText } from './legible.ts'

const longest = 80

/** A headline as the last part of an address: lower case, marks folded, words joined by hyphens; scripts are kept as they are. */
export function slugify(text: string): string {
  const words = fewMarks(text.slice(0, 1000))
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return cutAtWord(words) || 'story'
}

function cutAtWord(words: string): string {
  if (words.length <= longest) return words
  const cut = words.slice(0, longest + 1)
  const lastHyphen = cut.lastIndexOf('-')
  return lastHyphen > longest / 2 ? cut.slice(0, lastHyphen) : cutText(cut, longest)
}
