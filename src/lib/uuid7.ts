import { randomFillSync } from 'node:crypto'

let lastMoment = 0
let count = 0

/**
 * A UUID version 7 (RFC 9562): sorts by the moment it was made, milliseconds first, and those that this process makes
 * in one millisecond sort in the order they were made (section 6.2, method 1).
 */
export function uuid7(now: Date): string {
  const moment = now.getTime()
  count = moment === lastMoment ? count + 1 : 0
  lastMoment = moment
  const bytes = randomFillSync(Buffer.alloc(16))
  // More than 4,096 in a millisecond borrow from the next one.
  bytes.writeUIntBE(moment + (count >> 12), 0, 6)
  bytes.writeUInt16BE(0x7000 | (count & 0x0fff), 6)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
