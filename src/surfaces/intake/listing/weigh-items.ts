import { fold } from '#lib/fold.ts'

import type { DraftItem } from './draft-item.ts'
import { isParagraph, isSentence } from './line-kinds.ts'

const goodLength = 40
const longLength = 160
const stemLength = 5
const fewItems = 4
const usualList = 10
const farGap = 24
const shortestTypical = 16

/**
 * How much speaks for one way to read a page: each item counts as far as its headline looks like one and its summary goes with it, and
 * all count less where headlines repeat. A wrong way takes labels, buttons and menus for headlines, or another item's summary.
 */
export function weighItems(items: DraftItem[]): number {
  const distinct = new Set(items.map(({ text, anchor }) => `${text}|${anchor.date}`)).size
  const texts = new Set(items.map(({ text }) => text)).size
  const sum = items.reduce((total, item) => total + weightOf(item), 0)
  return items.length === 0 ? 0 : sum * (texts / distinct)
}

/** Whether items are a list of news: near each other, alike, and with headlines longer than names. A page with a few dates in it is none. */
export function areListed(items: DraftItem[]): boolean {
  if (items.length < 2) return false
  const places = items.map(({ anchor }) => anchor.index).toSorted((a, b) => a - b)
  const gaps = places.slice(1).map((place, position) => place - (places[position] ?? 0))
  const isFew = items.length <= fewItems
  const areNear = median(gaps) <= (isFew ? farGap / 2 : farGap)
  const areTitles = median(items.map(({ text }) => text.length)) >= shortestTypical
  const areOdd = items.length < usualList && items.filter(({ text }) => isOdd(text)).length > items.length / 2
  return areNear && areTitles && !areOdd && median(items.map(weightOf)) >= (isFew ? 0.45 : 0.4)
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

function weightOf({ text, headline, summary }: DraftItem): number {
  const length = text.length > longLength ? 0.6 : Math.min(1, text.length / goodLength)
  const looks = isOdd(text) ? length * 0.5 : length
  const marked = (headline.heading === null ? 0 : 0.4) + (headline.link === null ? 0 : 0.2)
  if (summary === null || !(isParagraph(summary) || isSentence(summary))) return looks + marked
  return looks + marked + 0.4 + (sharesWords(text, summary) ? 0.3 : 0)
}

/** Closed by a full stop, begun in lower case or by a mark, or with the marks of code. */
function isOdd(text: string): boolean {
  return /[\p{L}\p{N}]\.$|^\p{Ll}{2}|^[^\p{L}\p{N}\p{Pi}\p{Ps}"'¿¡#]/u.test(text) || /[{}=;\\]|\(\)/.test(text)
}

/** Whether two texts have a longer word in common, whatever its ending. */
function sharesWords(a: string, b: string): boolean {
  const stems = stemsOf(a)
  return [...stemsOf(b.slice(0, 400))].some((stem) => stems.has(stem))
}

function stemsOf(text: string): Set<string> {
  return new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= stemLength)
      .map((word) => word.slice(0, stemLength)),
  )
}
