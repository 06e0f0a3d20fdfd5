import { Failure } from '#lib/failure.ts'
import { changedMember, changeMember } from '#newsroom/members/change-member.ts'
import type { Invitation } from '#newsroom/members/invite-member.ts'
import { inviteAgain, inviteMember } from '#newsroom/members/invite-member.ts'
import { listMembers } from '#newsroom/members/list-members.ts'
import { givenInput, parseMember } from '#newsroom/members/member-input.ts'
import { authorizeForMembers, memberPolicy } from '#newsroom/members/member-policy.ts'
import { requireMember } from '#newsroom/members/member-store.ts'
import { reinstateMember, suspendMember } from '#newsroom/members/suspend-member.ts'
import { isChangedMeanwhile } from '#newsroom/require-latest.ts'
import { desk as paths, link } from '#src/routes.ts'
import { named } from '#surfaces/ui/in-words.ts'

import type { Desk, DeskContext } from '../desk.ts'
import { deskPage } from '../frame/desk-answer.tsx'
import { Faults } from '../frame/faults.tsx'
import { idParam, madeFromIn, postedForm } from '../frame/form.ts'
import type { Refusal } from '../frame/refusal.ts'
import { refusal } from '../frame/refusal.ts'
import { registerChoices } from '../frame/register-names.ts'
import { signInLinkAddress } from '../sign-in/sign-in-link-address.ts'
import { formMember } from './form-member.ts'
import { PeoplePage } from './people-page.tsx'
import type { GivenValues } from './given-fields.tsx'
import { PersonPage } from './person-page.tsx'
import { theirsInWords } from '../words/theirs-in-words.ts'

type Said = Partial<Omit<Refusal, 'status'>> & { done?: string; status?: 409 | 422 | 503 }
type Outcome = Said & { typed?: ReturnType<typeof formMember>; handOver?: string }
type OfPerson = Said & { typed?: GivenValues; madeFrom?: number }

export async function showPeople(c: DeskContext, desk: Desk, outcome: Outcome = {}): Promise<Response> {
  authorizeForMembers(memberPolicy.listMembers(c.get('member')), 'see who works here')
  const say = c.get('say')
  const [members, registers] = await Promise.all([listMembers(desk.newsroom.db.writer), desk.registers.read()])
  const { status, faults = [], ...said } = outcome
  const page = { ...said, members, choices: registerChoices(registers, say.language), languages: registers.settings.languages }
  const title = say.members.title
  return deskPage(
    c,
    desk,
    { title, at: paths.people, isWide: true, ...(status && { status }) },
    <Faults value={faults}>
      <PeoplePage {...page} />
    </Faults>,
  )
}

export async function inviteFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const typed = formMember(await postedForm(c))
  try {
    return await sendInvitation(c, desk, await inviteMember(desk.newsroom, c.get('member'), typed))
  } catch (error) {
    return showPeople(c, desk, { ...refusal(c, error), typed })
  }
}

export async function inviteAgainFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  try {
    return await sendInvitation(c, desk, await inviteAgain(desk.newsroom, c.get('member'), idParam(c, 'member')))
  } catch (error) {
    return showPeople(c, desk, refusal(c, error))
  }
}

/** Mails the link; where mail is away, whoever invites gets it to hand over. */
async function sendInvitation(c: DeskContext, desk: Desk, invitation: Invitation): Promise<Response> {
  const say = c.get('say')
  const { settings } = await desk.registers.read()
  const newsroom = named(settings.name, say.language)
  const address = signInLinkAddress(desk.origin, invitation.token)
  const letter = { to: invitation.to, by: c.get('member').name, role: invitation.role, newsroom, url: address, language: say.language }
  try {
    await desk.mailer.send(desk.letters.invitation(letter))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return showPeople(c, desk, { done: say.members.notSent(invitation.to), handOver: address, status: 503 })
  }
  return c.redirect(`${paths.people}?sent=${encodeURIComponent(invitation.to)}`, 303)
}

/** The list, after an invitation has gone out perhaps. */
export async function showPeopleAfter(c: DeskContext, desk: Desk): Promise<Response> {
  const sent = c.req.query('sent')
  if (sent === undefined) return showPeople(c, desk)
  const { members } = c.get('say')
  return showPeople(c, desk, { done: desk.mailbox.isSent ? members.sent(sent) : members.keptHere(sent) })
}

export async function showPerson(c: DeskContext, desk: Desk, outcome: OfPerson = {}): Promise<Response> {
  const by = c.get('member')
  const id = idParam(c, 'member')
  authorizeForMembers(memberPolicy.changeMember(by), 'change other members')
  const [member, registers] = await Promise.all([requireMember(desk.newsroom.db.writer, id), desk.registers.read()])
  const { status, faults = [], ...said } = outcome
  const page = {
    madeFrom: member.version,
    ...said,
    member,
    choices: registerChoices(registers, c.get('say').language),
    languages: registers.settings.languages,
  }
  return deskPage(
    c,
    desk,
    { title: member.name, at: paths.people, ...(status && { status }) },
    <Faults value={faults}>
      <PersonPage {...page} />
    </Faults>,
  )
}

export async function showPersonAfter(c: DeskContext, desk: Desk): Promise<Response> {
  return showPerson(c, desk, c.req.query('done') === undefined ? {} : { done: c.get('say').members.changed })
}

export async function changeFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  const form = await postedForm(c)
  const { email: _, ...typed } = formMember(form)
  const madeFrom = madeFromIn(form)
  const id = idParam(c, 'member')
  try {
    await changeMember(desk.newsroom, c.get('member'), id, { ...typed, madeFrom })
  } catch (error) {
    if (!isChangedMeanwhile(error)) return showPerson(c, desk, { typed, madeFrom, ...refusal(c, error) })
    const say = c.get('say')
    const latest = await requireMember(desk.newsroom.db.writer, id)
    const theirs = changedMember(latest, parseMember(givenInput, typed)).map((part) => say.members[part])
    return showPerson(c, desk, { typed, madeFrom: latest.version, status: 409, failure: theirsInWords(theirs, error, say) })
  }
  return toPerson(c, id)
}

export async function suspendFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return doing(c, desk, () => suspendMember(desk.newsroom, c.get('member'), idParam(c, 'member')))
}

export async function reinstateFromDesk(c: DeskContext, desk: Desk): Promise<Response> {
  return doing(c, desk, () => reinstateMember(desk.newsroom, c.get('member'), idParam(c, 'member')))
}

async function doing(c: DeskContext, desk: Desk, act: () => Promise<void>): Promise<Response> {
  try {
    await act()
  } catch (error) {
    // There is no field to mend: what stands in the way is said.
    return showPerson(c, desk, { ...refusal(c, error), faults: [] })
  }
  return toPerson(c, idParam(c, 'member'))
}

const toPerson = (c: DeskContext, member: string): Response => c.redirect(`${link(paths.person, { member })}?done`, 303)
