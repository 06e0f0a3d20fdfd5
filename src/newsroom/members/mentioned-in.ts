import type { Member } from './member.ts'

/** The members whom a text mentions by name: "@Ana Lungu", or "@Ana" where only one Ana works here. Of two names, the longer one is meant. */
export function mentionedIn<Known extends Named>(words: string, members: Known[]): Known[] {
  return [...new Set(callsIn(words, members).flatMap(({ called }) => called))]
}

/** What looks like a mention and names none of the members, or more than one: "@Ma". */
export function unknownIn(words: string, members: Named[]): string[] {
  const unknown = callsIn(words, members).flatMap(({ said, called }) => (called.length > 0 ? [] : [firstWord.exec(said)?.[0] ?? '']))
  return [...new Set(unknown.filter((word) => word !== '').map((word) => `@${word}`))]
}

type Named = Pick<Member, 'id' | 'name'>

/** Whatever follows an “@”, and whom it calls. */
function callsIn<Known extends Named>(words: string, members: Known[]): { said: string; called: Known[] }[] {
  const named = members.filter(({ name }) => name.trim() !== '').map((member) => ({ member, name: folded(member.name) }))
  const byFirst = Map.groupBy(named, ({ name }) => name.split(' ')[0] ?? '')
  const alone = [...byFirst].flatMap(([first, those]) => (those.length === 1 ? those.map(({ member }) => ({ member, name: first })) : []))
  const calls = [...named, ...alone].toSorted((one, other) => other.name.length - one.name.length)
  // What stands inside an address is no mention.
  const all = words.split(/(?<![\p{L}\p{M}\p{N}._-])@/u).slice(1)
  return all.map((said) => {
    const longest = calls.find(({ name }) => begins(folded(said), name))?.name
    return { said, called: calls.filter(({ name }) => name === longest).map(({ member }) => member) }
  })
}

const firstWord = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'-]*/u

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** Whether a text begins with a name, and not with a longer word. */
const begins = (said: string, name: string): boolean => said.startsWith(name) && !/^[\p{L}\p{M}\p{N}]/u.test(said.slice(name.length))
