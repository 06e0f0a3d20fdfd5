import { z } from 'zod'

import { parseInput } from '../refused-input.ts'
import { nameInput } from '../text-input.ts'

const passkeyInput = z.object({ name: nameInput(120) })

/** What a member calls a passkey of theirs. */
export const parsePasskeyName = (input: z.input<typeof passkeyInput>): string =>
  parseInput(passkeyInput, input, { code: 'bad-passkey', lead: 'The passkey cannot be named' }).name
