import type { PublicWay } from './public-way.ts'
import { registerWays } from './register-ways.ts'
import { storyWays } from './story-ways.ts'

/** Every read that needs no key. */
export const publicWays: readonly PublicWay[] = [...storyWays, ...registerWays]
