import { Failure } from '#lib/failure.ts'
import type { listPolicy } from '#newsroom/desk-lists/list-policy.ts'
import type { memberPolicy } from '#newsroom/members/member-policy.ts'
import type { keyPolicy } from '#newsroom/keys/key-policy.ts'
import type { houseRulesPolicy } from '#newsroom/house-rules/house-rules-policy.ts'
import type { registerPolicy } from '#newsroom/registers/register-policy.ts'
import type { settingsPolicy } from '#newsroom/settings/settings-policy.ts'
import type { storyPolicy } from '#newsroom/stories/story-policy.ts'
import { desk, routes } from '#src/routes.ts'

import { keyWays } from './keys/key-ways.ts'
import { accountWays } from './account/account-ways.ts'
import { deletionWays } from './deleted/deletion-ways.ts'
import { peopleWays } from './people/people-ways.ts'
import { registerWays } from './registers/register-ways.ts'
import { settingsWays } from './settings/settings-ways.ts'
import { signInWays } from './sign-in/sign-in-ways.ts'
import { translationWays } from './translations/translation-ways.ts'

import type { DeskWay } from './desk-way.ts'
import { get, post } from './desk-way.ts'
import { showGuide, showGuidePicture, showHelp } from './help/help-handlers.tsx'
import { nameFromDesk, restoreFromDesk, showHistory, showRevision } from './history/history-handlers.tsx'
import { seeShownNotices, showHome } from './home/home-handlers.tsx'
import { showMail, showMailbox } from './mailbox/mailbox-handlers.tsx'
import {
  answerFromOutside,
  backToPreview,
  linkFromDesk,
  printPreview,
  printPrivately,
  revokeFromDesk,
  showPreview,
  showPrivately,
} from './previews/preview-handlers.tsx'
import { callOffFromDesk, moveFromDesk, releaseFromDesk, showRelease, withdrawFromDesk } from './releases/release-handlers.tsx'
import * as review from './review/review-handlers.ts'
import * as rules from './rules/rules-handlers.tsx'
import { fileFromDesk, showNewStory } from './stories/new-story-handlers.tsx'
import { findOwnStories } from './stories/own-stories-handler.ts'
import { listWays } from './stories/list-ways.ts'
import { listStories } from './stories/story-list-handlers.tsx'
import { holdPen, latestText, layDownPen, saveFromForm, saveWhileWriting, showPen, showWriting } from './writing/writing-handlers.tsx'

/** What a way may ask before anything is done. */
type Asked =
  | keyof typeof storyPolicy
  | keyof typeof houseRulesPolicy
  | keyof typeof memberPolicy
  | keyof typeof keyPolicy
  | keyof typeof registerPolicy
  | keyof typeof listPolicy
  | keyof typeof settingsPolicy
  | 'signedIn'
  | 'nobody'

export type Way = DeskWay<Asked>

/** What whoever has the address may do, signed in or not. */
export const openWays: readonly Way[] = [
  get(routes.privateLink, 'nobody', (c, parts) => showPrivately(c, parts)),
  get(routes.privateLinkPage, 'nobody', printPrivately),
  post(routes.privateLink, 'nobody', answerFromOutside),
  ...signInWays,
]

/** What is open to those who are signed in, each as far as the predicate says. */
export const deskWays: readonly Way[] = [
  get(desk.home, 'signedIn', showHome),
  post(desk.notices, 'signedIn', seeShownNotices),
  get(desk.help, 'signedIn', showHelp),
  get(desk.guide, 'signedIn', (c, parts) => showGuide(c, parts, 'editors')),
  get(desk.administratorsGuide, 'signedIn', (c, parts) => showGuide(c, parts, 'administrators')),
  get(desk.guidePicture, 'signedIn', showGuidePicture),
  get(desk.mailbox, 'readMailbox', showMailbox),
  get(desk.mail, 'readMailbox', showMail),
  get(desk.stories, 'signedIn', listStories),
  get(desk.newStory, 'signedIn', showNewStory),
  post(desk.stories, 'fileStory', fileFromDesk),
  get(desk.ownStories, 'signedIn', findOwnStories),
  get(desk.edition, 'readStory', (c, parts) => showWriting(c, parts)),
  post(desk.edition, 'saveRevision', saveFromForm),
  get(desk.editionText, 'readStory', latestText),
  post(desk.editionText, 'saveRevision', saveWhileWriting),
  get(desk.pen, 'readStory', showPen),
  post(desk.pen, 'takePen', holdPen),
  post(desk.penDown, 'putDownPen', layDownPen),
  post(desk.review, 'sendForReview', review.sendFromDesk),
  post(desk.reviewBack, 'takeBack', review.takeBackFromDesk),
  post(desk.sentBack, 'sendBack', review.sendBackFromDesk),
  post(desk.clearance, 'clearStory', review.clearFromDesk),
  post(desk.look, 'lookAtClearing', review.lookFromDesk),
  post(desk.plan, 'planRelease', review.planFromDesk),
  get(desk.release, 'releaseStory', (c, parts) => showRelease(c, parts)),
  post(desk.release, 'releaseStory', releaseFromDesk),
  post(desk.releaseOff, 'callOffRelease', callOffFromDesk),
  post(desk.withdrawal, 'withdrawStory', withdrawFromDesk),
  post(desk.slug, 'changeSlug', moveFromDesk),
  post(desk.comments, 'addComment', review.commentFromDesk),
  post(desk.thread, 'resolveThread', review.resolveFromDesk),
  post(desk.assignments, 'assignStory', review.assignFromDesk),
  post(desk.assignment, 'finishAssignment', review.finishFromDesk),
  get(desk.history, 'readStory', showHistory),
  get(desk.revision, 'readStory', showRevision),
  post(desk.restore, 'restoreRevision', restoreFromDesk),
  post(desk.revisionName, 'nameRevision', nameFromDesk),
  get(desk.preview, 'readStory', (c, parts) => showPreview(c, parts)),
  get(desk.print, 'readStory', printPreview),
  get(desk.privateLinks, 'readStory', backToPreview),
  post(desk.privateLinks, 'makePrivateLink', linkFromDesk),
  post(desk.privateLinkOff, 'revokePrivateLink', revokeFromDesk),
  ...accountWays,
  ...peopleWays,
  ...settingsWays,
  ...keyWays,
  get(desk.rules, 'readHouseRules', (c, parts) => rules.showRules(c, parts)),
  post(desk.rules, 'changeHouseRules', rules.changeRulesFromDesk),
  post(desk.visibilityRules, 'fileVisibilityRule', rules.fileVisibilityFromDesk),
  post(desk.visibilityRule, 'changeVisibilityRule', rules.changeVisibilityFromDesk),
  post(desk.visibilityRuleOff, 'removeVisibilityRule', rules.removeVisibilityFromDesk),
  post(desk.emblem, 'changeEmblem', rules.changeEmblemFromDesk),
  post(desk.emblemOff, 'removeEmblem', rules.removeEmblemFromDesk),
  ...listWays,
  ...deletionWays,
  ...registerWays,
  ...translationWays,
]

/** An address of the desk that nothing answers. */
export const nothingHere = new Failure('missing', 'no-such-thing', 'There is nothing at this address.')
