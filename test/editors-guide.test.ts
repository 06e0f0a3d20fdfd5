import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { houseRulesPolicy } from '#newsroom/house-rules/house-rules-policy.ts'
import { memberPolicy } from '#newsroom/members/member-policy.ts'
import type { Member, Role } from '#newsroom/members/member.ts'
import { roles } from '#newsroom/members/member.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'

const docs = join(import.meta.dirname, '../docs')
const guide = await readFile(join(docs, 'editors.md'), 'utf8')
const readme = await readFile(join(docs, '../README.md'), 'utf8')

test('every picture that the guide shows is there, small, and told in words; none is kept for nothing', async () => {
  const shown = [...guide.matchAll(/!\[([^\]]*)\]\(pictures\/([\w-]+\.png)\)/g)]
  expect(shown.length).toBeGreaterThan(15)
  for (const [, words = '', file = ''] of shown) {
    expect(words.length, file).toBeGreaterThan(10)
    expect((await stat(join(docs, 'pictures', file))).size, file).toBeLessThan(150_000)
  }
  const kept = await readdir(join(docs, 'pictures'))
  expect(kept.filter((file) => !guide.includes(`pictures/${file}`) && !readme.includes(`pictures/${file}`))).toEqual([])
})

const story = { section: null, language: 'en', state: 'draft' }
const relations = {
  own: (by: Member) => ({ ...story, projects: ['theirs'], filedBy: by.id }),
  given: () => ({ ...story, projects: ['ours'], filedBy: null }),
  foreign: () => ({ ...story, projects: ['theirs'], filedBy: null }),
}
type Question = (by: Member, relation: keyof typeof relations) => boolean
const ask =
  (name: keyof typeof storyPolicy): Question =>
  (by, relation) =>
    storyPolicy[name](by, relations[relation](by))

/** What each line of the guide's table stands for. */
const lines: { [line: string]: Question[] } = {
  'read drafts': [ask('readStory')],
  'begin and write stories': [ask('saveRevision'), ask('takePen')],
  'comment, answer, resolve': [ask('addComment'), ask('resolveThread')],
  'send for review, take back': [ask('sendForReview'), ask('takeBack')],
  'clear, send back': [ask('clearStory'), ask('sendBack'), ask('lookAtClearing')],
  'release, correct, withdraw': [ask('releaseStory'), ask('correctStory'), ask('withdrawStory'), ask('callOffRelease'), ask('changeSlug')],
  'make private links': [ask('makePrivateLink'), ask('revokePrivateLink')],
  'set the house rules': [(by) => houseRulesPolicy.changeHouseRules(by)],
  'invite and change people': [(by) => memberPolicy.inviteMember(by), (by) => memberPolicy.changeMember(by)],
}

/** How the guide says which stories a role may do something with. */
function inWords(may: Question, role: Role): string {
  const by: Member = { id: 'me', name: role, role, projects: ['ours'], sections: null, languages: null }
  const where = (['own', 'given', 'foreign'] as const).filter((relation) => may(by, relation)).join()
  return { '': '–', own: 'own', given: 'what is given', 'own,given': 'own, and what is given', 'own,given,foreign': 'all' }[where] ?? where
}

test.each(Object.entries(lines))('the guide says who may "%s", and it is so', (line, questions) => {
  const row = guide.split('\n').find((one) => one.startsWith(`| ${line} |`))
  const said = row
    ?.split('|')
    .slice(2, -1)
    .map((cell) => cell.trim())
  const sees = (text: string) => (text === 'yes' || text === 'what they may read' ? 'all' : text)
  for (const may of questions) {
    const truth = roles.map((role) => inWords(may, role))
    const expected = roles.map((role, at) =>
      said?.[at] === 'what they may read' ? inWords(ask('readStory'), role) : sees(said?.[at] ?? ''),
    )
    expect(truth).toEqual(expected)
  }
})
