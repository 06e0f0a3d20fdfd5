import type { EditorState } from '@tiptap/pm/state'
import { SearchQuery } from 'prosemirror-search'

/** A search for words in whatever case. What replaces a word that begins with a capital begins with one too. */
export class CasedQuery extends SearchQuery {
  override getReplacements(state: EditorState, result: Parameters<SearchQuery['getReplacements']>[1]) {
    const found = state.doc.textBetween(result.from, result.to)
    const replace = this.caseSensitive ? this.replace : likeFirst(found, this.replace)
    return new SearchQuery({ search: this.search, replace, literal: true }).getReplacements(state, result)
  }
}

function likeFirst(found: string, by: string): string {
  const [first = ''] = found
  const [letter = ''] = by
  return first === first.toLowerCase() ? by : letter.toUpperCase() + by.slice(letter.length)
}
