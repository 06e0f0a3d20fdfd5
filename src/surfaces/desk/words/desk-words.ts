import type { en } from './en.ts'

type Spoken<T> = T extends string
  ? string
  : T extends (...said: infer Said) => string
    ? (...said: Said) => string
    : { readonly [Name in keyof T]: Spoken<T[Name]> }

/** What every language of the desk says: the shape of the English words. */
export type DeskWords = Spoken<typeof en>
