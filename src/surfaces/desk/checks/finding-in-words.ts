import type { Finding } from '#newsroom/checks/finding.ts'

import type { DeskWords } from '../words/desk-words.ts'

/** What a check found, as a sentence of the desk. */
export function findingInWords({ says }: Pick<Finding, 'says'>, say: DeskWords): string {
  const { found } = say.checks
  switch (says.code) {
    case 'summary too long':
      return found['summary too long'](says.characters, says.longest)
    case 'passages not translated':
      return found['passages not translated'](says.passages)
    case 'heading first':
      return found['heading first'](says.level)
    case 'heading jumps':
      return found['heading jumps'](says.after, says.level)
    case 'link says nothing':
      return found['link says nothing'](says.words)
    case 'link leads nowhere':
    case 'link is withdrawn':
    case 'link is not public yet':
    case 'link leads to the desk':
      return found[says.code](pathInWords(says.path))
    case 'house style':
      return found['house style'](says.wrong, says.right)
    case 'statement missing':
      return found['statement missing'](says.funder, languageInWords(says.language, say.language))
    case 'funder without rule':
      return found['funder without rule'](says.funder)
    case 'acronym unexplained':
      return found['acronym unexplained'](says.acronym)
    case 'headline missing':
    case 'activity of no kind':
    case 'ends before it begins':
    case 'summary missing':
    case 'heading empty':
    case 'link is an address':
    case 'day without year':
      return found[says.code]
  }
}

/** What a script needs to mark a finding in the text; `label` is the sentence that the panel says. */
export type MarkedFinding = Pick<Finding, 'id' | 'check' | 'level' | 'field' | 'place' | 'mend'> & { label: string }

export function markedFindings(findings: Finding[], say: DeskWords): MarkedFinding[] {
  return findings.map(({ says, ...finding }) => ({ ...finding, label: findingInWords({ says }, say) }))
}

/** A path as people read it, not as lines carry it. */
function pathInWords(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

function languageInWords(language: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language
}
