import type { Way } from '../way.ts'
import { auditWays } from './audit-ways.ts'
import { changeWays } from './change-ways.ts'
import { deletionWays } from './deletion-ways.ts'
import { editionWays } from './edition-ways.ts'
import { houseWays } from './house-ways.ts'
import { listWays } from './list-ways.ts'
import { meWays } from './me-ways.ts'
import { memberWays } from './member-ways.ts'
import { registerWays } from './register-ways.ts'
import { releaseWays } from './release-ways.ts'
import { reviewWays } from './review-ways.ts'
import { revisionWays } from './revision-ways.ts'
import { settingsWays } from './settings-ways.ts'
import { translationWays } from './translation-ways.ts'

/** Every way into the newsroom for programs with a key. */
export const ways: readonly Way[] = [
  ...meWays,
  ...listWays,
  ...changeWays,
  ...editionWays,
  ...deletionWays,
  ...revisionWays,
  ...reviewWays,
  ...releaseWays,
  ...translationWays,
  ...registerWays,
  ...memberWays,
  ...houseWays,
  ...settingsWays,
  ...auditWays,
]
