import { fileOrganisation } from '#newsroom/organisations/file-organisation.ts'
import { admitMember } from '#newsroom/members/admit-member.ts'
import { inviteMember } from '#newsroom/members/invite-member.ts'
import type { Member, Role } from '#newsroom/members/member.ts'
import { operator } from '#newsroom/members/member.ts'
import { makeSignInLink } from '#newsroom/members/make-sign-in-link.ts'
import { filePerson } from '#newsroom/people/file-person.ts'
import { fileProject } from '#newsroom/projects/file-project.ts'
import { fileTopic } from '#newsroom/topics/file-topic.ts'
import { desk } from '#src/routes.ts'

import type { BenchNewsroom } from './archive.ts'

const everything = { projects: null, sections: null, languages: null }

/** Registers as a grown organisation has them: 300 projects, 150 organisations, 100 topics, 500 people. */
export async function fillBenchRegisters(newsroom: BenchNewsroom): Promise<void> {
  const names = (what: string, count: number) =>
    Array.from({ length: count }, (_, number) => ({ slug: `${what.toLowerCase()}-${number}`, name: { en: `${what} ${number}` } }))
  const organisations: string[] = []
  for (const entry of names('Organisation', 150)) organisations.push(await fileOrganisation(newsroom, { ...entry, kind: 'ngo' }))
  for (const entry of names('Topic', 100)) await fileTopic(newsroom, entry)
  for (const entry of names('Person', 500)) await filePerson(newsroom, entry)
  for (const [number, { slug, name }] of names('Project', 300).entries()) {
    const funders = organisations.slice(number % 140, (number % 140) + 3).map((organisation) => ({ organisation, share: 20 }))
    const entry = { slug, title: name, acronym: `P${number}`, status: 'running' as const, funders, places: ['MD', 'UA'] }
    newsroom.projects.push(await fileProject(newsroom, entry))
  }
}

/** Fifty who work here; among them a chief editor, and a contributor to whom three projects are given. */
export async function fillBenchPeople(newsroom: BenchNewsroom): Promise<{ chief: Member; contributor: Member; administrator: Member }> {
  const invite = async (name: string, role: Role, given: Partial<Pick<Member, 'projects'>> = {}): Promise<Member> => {
    const member = { name, role, ...everything, ...given }
    const email = `${name.toLowerCase().replace(' ', '-')}@example.org`
    const { memberId } = await inviteMember(newsroom, operator, { ...member, email })
    await admitMember(newsroom, memberId, { way: 'link', address: null, isAfterCode: false })
    return { ...member, id: memberId }
  }
  for (let number = 0; number < 47; number += 1) await invite(`Someone ${number}`, number % 5 === 0 ? 'editor' : 'contributor')
  return {
    chief: await invite('Chief', 'chief editor'),
    contributor: await invite('Contributor', 'contributor', { projects: newsroom.projects.slice(0, 3) }),
    administrator: await invite('Administrator', 'administrator'),
  }
}

/** Signs a member in as they would: by a link, for a cookie that each request is asked for. */
export async function cookieOf(newsroom: BenchNewsroom, url: string, member: Member): Promise<string> {
  const body = new URLSearchParams({ token: await makeSignInLink(newsroom, member.id) })
  const headers = { 'sec-fetch-site': 'same-origin', origin: url }
  const response = await fetch(url + desk.signInLink, { method: 'POST', redirect: 'manual', headers, body })
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.slice(0, cookie.indexOf(';')))
  if (response.status !== 303 || cookies.length === 0) throw new Error(`${member.name} could not sign in: ${response.status}`)
  return cookies.join('; ')
}
