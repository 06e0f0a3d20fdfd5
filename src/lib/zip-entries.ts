import { inflateRawSync } from 'node:zlib'

/** A file in an archive, as the archive's directory declares it; sizes in bytes. */
export type ZipEntry = { name: string; size: number; packed: Uint8Array; isStored: boolean }

const sign = { end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50, locator: 0x07064b50 }
const endLength = 22

/**
 * The files of a ZIP archive (APPNOTE 6.3.10), none unpacked yet; undefined where it is not one, is damaged, or is of a kind that a document never is:
 * in several volumes, encrypted, larger than 4 GB, or written so that two readers would find two sets of files in it.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  try {
    return readDirectory(bytes)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** An entry unpacked, or undefined where it is not of the size that it declares: no more than that is ever unpacked. */
export function unpacked({ packed, size, isStored }: ZipEntry): Uint8Array | undefined {
  if (isStored) return packed.length === size ? packed : undefined
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
    return bytes.length === size ? bytes : undefined
  } catch {
    return undefined
  }
}

// Every read is of a place in the archive, or throws a RangeError.
function readDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const [here, count] = [view.getUint16(end + 8, true), view.getUint16(end + 10, true)]
  if (here !== count || count === 0xffff || hasLocator(view, end)) return undefined
  const [size, offset] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
  if (view.getUint32(end + 4, true) !== 0 || offset + size !== end) return undefined
  const entries: ZipEntry[] = []
  let at = offset
  for (let i = 0; i < count; i += 1) {
    const entry = readEntry(bytes, view, at)
    if (!entry) return undefined
    entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return at === end ? entries : undefined
}

// Its larger numbers (ZIP64) would count for some readers, and for others not.
const hasLocator = (view: DataView, end: number): boolean => end >= 20 && view.getUint32(end - 20, true) === sign.locator

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - endLength; at >= Math.max(0, view.byteLength - endLength - 0xffff); at -= 1)
    if (view.getUint32(at, true) === sign.end) return at + endLength + view.getUint16(at + 20, true) === view.byteLength ? at : undefined
  return undefined
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry | undefined {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
  const [packedSize, size, file] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)]
  const isEncrypted = (flags & 1) === 1
  if (view.getUint32(at, true) !== sign.entry || isEncrypted || (method !== 0 && method !== 8)) return undefined
  const isLarge = [packedSize, size, file].includes(0xffffffff)
  const hasComment = view.getUint16(at + 32, true) !== 0
  if (isLarge || hasComment || view.getUint32(file, true) !== sign.file) return undefined
  const from = file + 30 + view.getUint16(file + 26, true) + view.getUint16(file + 28, true)
  if (from + packedSize > bytes.length) return undefined
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
  return { name, size, packed: bytes.subarray(from, from + packedSize), isStored: method === 0 }
}
