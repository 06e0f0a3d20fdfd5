import type { Member } from './member.ts'

/** The members whom a text mentions by name: "@Ana Lungu", or "@Ana" where only one Ana works here. Of two names, the longer one is meant. */
export function mentionedIn<Known extends Pick<Member, 'id' | 'name'>>(words: string, members: Known[]): Known[] {
  const named = members.filter(({ name }) => name.trim() !== '').map((member) => ({ member, name: folded(member.name) }))
  const byFirst = Map.groupBy(named, ({ name }) => name.split(' ')[0] ?? '')
  const alone = [...byFirst].flatMap(([first, those]) => (those.length === 1 ? those.map(({ member }) => ({ member, name: first })) : []))
  const calls = [...named, ...alone].toSorted((one, other) => other.name.length - one.name.length)
  const mentioned = folded(words)
    // What stands inside an address is no mention.
    .split(/(?<![\p{L}\p{M}\p{N}._-])@/u)
    .slice(1)
    .flatMap((said) => {
      const longest = calls.find(({ name }) => begins(said, name))?.name
      return calls.filter(({ name }) => name === longest).map(({ member }) => member)
    })
  return [...new Set(mentioned)]
}

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** Whether a text begins with a name, and not with a longer word. */
const begins = (said: string, name: string): boolean => said.startsWith(name) && !/^[\p{L}\p{M}\p{N}]/u.test(said.slice(name.length))
