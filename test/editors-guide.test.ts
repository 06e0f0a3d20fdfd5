import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { houseRulesPolicy } from '#newsroom/house-rules/house-rules-policy.ts'
import { memberPolicy } from '#newsroom/members/member-policy.ts'
import type { Member, Role } from '#newsroom/members/member.ts'
import { keyPolicy } from '#newsroom/keys/key-policy.ts'
import { registerPolicy } from '#newsroom/registers/register-policy.ts'
import { settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import { variables } from '#platform/config/config.ts'
import { roles } from '#newsroom/members/member.ts'
import { storyPolicy } from '#newsroom/stories/story-policy.ts'

const docs = join(import.meta.dirname, '../docs')
const guide = await readFile(join(docs, 'editors.md'), 'utf8')
const administrators = await readFile(join(docs, 'administrators.md'), 'utf8')
const readme = await readFile(join(docs, '../README.md'), 'utf8')

test.each([
  ['editors', guide, 15],
  ['administrators', administrators, 6],
] as const)('every picture that the %s’ guide shows is there, small, and told in words', async (_, text, atLeast) => {
  const shown = [...text.matchAll(/!\[([^\]]*)\]\(pictures\/([\w-]+\.png)\)/g)]
  expect(shown.length).toBeGreaterThan(atLeast)
  for (const [, words = '', file = ''] of shown) {
    expect(words.length, file).toBeGreaterThan(10)
    expect((await stat(join(docs, 'pictures', file))).size, file).toBeLessThan(150_000)
  }
})

test('no picture is kept for nothing', async () => {
  const kept = await readdir(join(docs, 'pictures'))
  expect(kept.filter((file) => ![guide, administrators, readme].some((text) => text.includes(`pictures/${file}`)))).toEqual([])
})

test('the administrators’ guide tells of every variable that is read, and of no other', () => {
  const told = [...administrators.matchAll(/^\| (`[A-Z].*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  )
  expect(new Set(told)).toEqual(new Set(variables))
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
  'delete a draft': [ask('deleteDraft')],
  'bring a deleted draft back': [ask('bringBackDraft')],
  'make private links': [ask('makePrivateLink'), ask('revokePrivateLink')],
  'set the house rules': [(by) => houseRulesPolicy.changeHouseRules(by)],
  'invite and change people': [(by) => memberPolicy.inviteMember(by), (by) => memberPolicy.changeMember(by)],
}

/** What each line of the administrators' guide's table stands for. */
const orders: { [line: string]: ((by: Member) => boolean)[] } = {
  'change topics, places, organisations and people of the registers': (['topics', 'places', 'organisations', 'people'] as const).flatMap(
    (register) => [(by) => registerPolicy.addEntry(by, register), (by) => registerPolicy.changeEntry(by, register)],
  ),
  'change sections and projects': (['sections', 'projects'] as const).map((register) => (by) => registerPolicy.changeEntry(by, register)),
  'merge, archive and move entries': (['mergeEntries', 'archiveEntry', 'moveEntry'] as const).map(
    (act) => (by) => registerPolicy[act](by, 'topics'),
  ),
  'set the house rules': [(by) => houseRulesPolicy.changeHouseRules(by), (by) => houseRulesPolicy.fileVisibilityRule(by)],
  'invite and change people': [(by) => memberPolicy.inviteMember(by), (by) => memberPolicy.suspendMember(by)],
  'change the settings, keys and old addresses': [
    (by) => settingsPolicy.changeSettings(by),
    (by) => settingsPolicy.addOldAddress(by),
    (by) => keyPolicy.makeKey(by),
  ],
  'read the audit log and the mailbox': [(by) => settingsPolicy.readAudit(by), (by) => memberPolicy.readMailbox(by)],
}

test.each(Object.entries(orders))('the administrators’ guide says who may "%s", and it is so', (line, questions) => {
  const said = administrators
    .split('\n')
    .find((one) => one.startsWith(`| ${line} |`))
    ?.split('|')
    .slice(2, -1)
    .map((cell) => cell.trim() === 'yes')
  for (const may of questions) expect(roles.map((role) => may({ ...nobody, role }))).toEqual(said)
})

const nobody: Omit<Member, 'role'> = { id: 'me', name: 'me', projects: null, sections: null, languages: null }

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
