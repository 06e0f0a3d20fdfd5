import { describe, expect, test } from 'vitest'

import type { SaverEvent, SaverState } from './saver.ts'
import { dueAt, hasUnsent, newSaver, nextState } from './saver.ts'

const after = (...events: SaverEvent[]): SaverState => events.reduce(nextState, newSaver(7))
const typed = (at: number): SaverEvent => ({ type: 'changed', at })
const sending = (at: number): SaverEvent => ({ type: 'sending', at })
const saved = (at: number, revision = 8): SaverEvent => ({
  type: 'answered',
  answer: { kind: 'saved', revision, savedAt: '2026-05-05T12:03:00Z' },
  at,
  jitter: 0,
})
const away = (at: number, jitter = 1): SaverEvent => ({ type: 'answered', answer: { kind: 'away' }, at, jitter })
const edit = { name: 'Edit', since: '2026-05-05T12:00:00Z', isOwn: false }
const elsewhere = (at: number): SaverEvent => ({ type: 'answered', answer: { kind: 'pen elsewhere', holder: edit }, at, jitter: 0 })

describe('when a text is sent', () => {
  test('nothing is sent before anything is typed', () => {
    expect(dueAt(newSaver(7))).toBeNull()
  })

  test('a second and a half after the last key', () => {
    expect(dueAt(after(typed(1000), typed(1400)))).toBe(2900)
  })

  test('every five seconds while someone types without a pause', () => {
    const state = after(...Array.from({ length: 60 }, (_, at) => typed(1000 + at * 100)))
    expect(dueAt(state)).toBe(6000)
  })

  test('one at a time: what is typed meanwhile waits for the answer', () => {
    const state = after(typed(0), sending(1500), typed(1600))
    expect(dueAt(state)).toBeNull()
    expect(dueAt(nextState(state, saved(1700)))).toBe(3100)
  })
})

describe('what became of it', () => {
  test('saved, the next one is made from the new revision', () => {
    expect(after(typed(0), sending(1500), saved(1600))).toMatchObject({ mode: 'saved', revision: 8, savedAt: '2026-05-05T12:03:00Z' })
  })

  test('an answer speaks of what was sent, not of what was typed since', () => {
    const state = after(typed(0), sending(1500), typed(1550), saved(1600))
    expect(hasUnsent(state)).toBe(true)
    expect(state.mode).toBe('dirty')
  })

  test('away, it is tried again later and later, at most every half minute, and never by all at once', () => {
    let state = after(typed(0))
    const waits: number[] = []
    for (let tries = 0; tries < 8; tries += 1) {
      state = nextState(nextState(state, sending(0)), away(0))
      waits.push(state.retryAt)
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
    expect(after(typed(0), sending(0), away(0, 0)).retryAt).toBe(500)
  })

  test('typing while the line is cut does not hurry it; the line coming back does', () => {
    const cut = after(typed(0), sending(0), away(0), typed(10))
    expect(dueAt(cut)).toBe(1000)
    expect(dueAt(nextState(cut, { type: 'line is back', at: 20 }))).toBe(20)
  })

  test('while it is tried again it is still offline', () => {
    expect(after(typed(0), sending(0), away(0), sending(1000)).mode).toBe('offline')
  })

  test('signed out, it waits until someone is back', () => {
    const out = after(typed(0), sending(0), { type: 'answered', answer: { kind: 'signed out' }, at: 5, jitter: 0 }, typed(10))
    expect(dueAt(out)).toBeNull()
    expect(dueAt(nextState(out, { type: 'signed in', at: 60_000 }))).toBeLessThanOrEqual(60_000)
  })

  test('refused, it is tried again when the text has changed', () => {
    const refused = after(typed(0), sending(0), { type: 'answered', answer: { kind: 'refused', message: 'Too long.' }, at: 5, jitter: 0 })
    expect(dueAt(refused)).toBeNull()
    expect(dueAt(nextState(refused, typed(100)))).toBe(1600)
  })
})

describe('the pen', () => {
  test('elsewhere, nothing is sent until it is free; then at once', () => {
    const state = after(typed(0), sending(0), elsewhere(5))
    expect(dueAt(state)).toBeNull()
    expect(dueAt(nextState(state, { type: 'pen is free', at: 9000 }))).toBeLessThanOrEqual(9000)
  })

  test('a save that was under way when it was lost still counts', () => {
    const state = after(typed(0), sending(0), { type: 'pen is lost', holder: edit }, saved(10))
    expect(state).toMatchObject({ mode: 'pen elsewhere', revision: 8 })
    expect(hasUnsent(state)).toBe(false)
  })

  test('free again with nothing unsent, all is as it was', () => {
    expect(after({ type: 'pen is lost', holder: edit }, { type: 'pen is free', at: 5 }).mode).toBe('clean')
  })
})

describe('two texts', () => {
  const stale = [typed(0), sending(0), { type: 'answered', answer: { kind: 'stale' }, at: 5, jitter: 0 }] satisfies SaverEvent[]

  test('nothing is sent until someone has chosen; then what was chosen, made from the latest', () => {
    const state = after(...stale, typed(50))
    expect(dueAt(state)).toBeNull()
    const chosen = nextState(state, { type: 'fields are chosen', revision: 9, isUnsent: true, at: 100 })
    expect(chosen.revision).toBe(9)
    expect(dueAt(chosen)).toBeLessThanOrEqual(100)
  })

  test('all of theirs is saved already', () => {
    const chosen = after(...stale, { type: 'fields are chosen', revision: 9, isUnsent: false, at: 100 })
    expect(hasUnsent(chosen)).toBe(false)
    expect(chosen.mode).toBe('clean')
  })
})

test('the latest that is shown to whoever only reads is what they would go on from', () => {
  const state = after({ type: 'latest is shown', revision: 12 })
  expect(state).toMatchObject({ revision: 12, mode: 'clean' })
  expect(hasUnsent(state)).toBe(false)
})
