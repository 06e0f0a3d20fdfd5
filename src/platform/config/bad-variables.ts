import type { z } from 'zod'

import { Failure } from '#lib/failure.ts'

import type { Variable } from './environment.ts'
import { environment, mustBe } from './environment.ts'

type Given = Readonly<Record<string, string | undefined>>

/** A sentence for each variable that is wrong: what it is, and what it must be. */
export function faultsOf(given: Given, issues: readonly z.core.$ZodIssue[]): string[] {
  const wrong = environment.keyof().options.filter((name) => issues.some(({ path }) => path[0] === name))
  return [...wrong.map((name) => faultOf(name, given[name])), ...missingFrom(given)]
}

export const badEnvironment = (faults: readonly string[]): Failure => new Failure('invalid', 'bad-environment', `${faults.join('. ')}.`)

/** For a variable that reads well and turns out wrong when it is used; `why` is what refused it. */
export const badVariable = (name: Variable, value: string, why: string): Failure => badEnvironment([`${faultOf(name, value)} (${why})`])

const faultOf = (name: Variable, value = ''): string => `${described(name, value)}: it must be ${mustBe[name]}`

const secrets: ReadonlySet<Variable> = new Set(['DATELINE_SECRET', 'OIDC_CLIENT_SECRET', 'MT_KEY'])

/** What stands in a variable, without what nobody should read over a shoulder or in a log. */
function described(name: Variable, value: string): string {
  if (secrets.has(name)) return `${name} is ${value.length} characters long`
  const open = name.endsWith('_URL') ? value.replace(/^([a-z+]+:\/\/)?.*@/is, '$1…@') : value
  return `${name} is ${JSON.stringify(open.slice(0, 200))}`
}

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

function missingFrom(given: Given): string[] {
  const unset = oidcNames.filter((name) => given[name] === undefined)
  const wantsOidc = unset.length < oidcNames.length || given['OIDC_ROLES'] !== undefined
  return [
    ...(wantsOidc ? unset.map((name) => `${name} is not set: sign-in by OIDC needs ${oidcNames.join(', ')}`) : []),
    ...missingForTranslator(given),
  ]
}

function missingForTranslator({ MT_PROVIDER: provider, MT_URL: url, MT_KEY: key }: Given): string[] {
  if (provider === undefined)
    return url === undefined && key === undefined ? [] : [`MT_PROVIDER is not set: with MT_URL or MT_KEY it must be ${mustBe.MT_PROVIDER}`]
  if (provider === 'deepl') return key === undefined ? ['MT_KEY is not set: DeepL needs it'] : []
  if (provider !== 'libretranslate') return []
  return url === undefined ? ['MT_URL is not set: it must be the address of your LibreTranslate server'] : []
}
