import fc from 'fast-check'

/** One thing that happens in a newsroom. `story` picks one of those that are there; `minutes` is how far ahead it is meant. */
export type Act =
  | { kind: 'release'; story: number; minutes: number }
  | { kind: 'file'; place: number; minutes: number }
  | { kind: 'import'; address: number; language: string }
  | { kind: 'translate'; story: number; minutes: number }
  | { kind: 'correct'; story: number; minutes: number }
  | { kind: 'move'; story: number }
  | { kind: 'withdraw'; story: number }
  | { kind: 'end'; story: number; minutes: number }
  | { kind: 'call off'; story: number }
  | { kind: 'lead'; does: 'add' | 'remove'; address: number; to: number }
  | { kind: 'wait'; minutes: number }
  | { kind: 'register'; does: 'merge' | 'undo' | 'rename' | 'archive' | 'bring back' | 'move'; topic: number; other: number }

const minutes = fc.constantFrom(0, 0, 5, 30)
const story = fc.nat(2)
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('file' as const), place: fc.nat(2), minutes }) },
  fc.record({ kind: fc.constant('import' as const), address: fc.nat(4), language: fc.constantFrom('en', 'fr') }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('release' as const), story, minutes }) },
  fc.record({ kind: fc.constant('translate' as const), story, minutes }),
  fc.record({ kind: fc.constant('correct' as const), story, minutes }),
  fc.record({ kind: fc.constant('move' as const), story }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), story }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), story, minutes: fc.constantFrom(1, 5, 20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('call off' as const), story }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('lead' as const),
      does: fc.constantFrom('add', 'add', 'remove'),
      address: fc.nat(6),
      to: fc.nat(5),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 5, 26) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      does: fc.constantFrom('merge', 'merge', 'undo', 'rename', 'archive', 'bring back', 'move'),
      topic: fc.nat(2),
      other: fc.nat(2),
    }),
  },
)
