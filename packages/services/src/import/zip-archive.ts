import type { TransformOptions } from "node:stream";
import { crc32, createInflateRaw, type ZlibOptions } from "node:zlib";

/** Says that bytes are no archive, or a damaged one, or one that unpacks to more than was allowed. */
export class ArchiveError extends Error {}

interface Entry {
  method: number;
  crc: number;
  size: number;
  packedSize: number;
  offset: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;
const PORTION = 256 * 1024;
/** Unpacking runs ahead of reading, in a thread of its own, by a few pieces. */
const UNPACKING: ZlibOptions & TransformOptions = { chunkSize: PORTION, readableHighWaterMark: 4 * PORTION };

/** A zip archive in memory whose files are unpacked piece by piece (APPNOTE 6.3: stored and deflated, sizes of zip64). */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, Entry>();

  /** @throws ArchiveError */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory();
    } catch (error) {
      if (error instanceof RangeError) throw new ArchiveError("directory cut short");
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The pieces of a file as they are unpacked; ends with an error when the file is not what its checksum says.
   * @throws ArchiveError also when it unpacks to more than `most` bytes
   */
  async *open(name: string, most: number): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw new ArchiveError(`no ${name}`);
    let size = 0;
    let crc = 0;
    for await (const piece of this.#unpack(entry)) {
      size += piece.length;
      if (size > most) throw new ArchiveError(`${name} is too large`);
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size || crc !== entry.crc) throw new ArchiveError(`${name} is damaged`);
  }

  /** A small file as text (UTF-8). */
  async text(name: string, most: number): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const piece of this.open(name, most)) pieces.push(piece);
    return Buffer.concat(pieces).toString("utf8");
  }

  async *#unpack({ method, offset, packedSize }: Entry): AsyncGenerator<Buffer> {
    const at = offset + 30;
    if (at > this.#bytes.length || this.#bytes.readUInt32LE(offset) !== LOCAL_MARK) throw new ArchiveError("no entry");
    const start = at + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
    const packed = this.#bytes.subarray(start, start + packedSize);
    if (packed.length !== packedSize) throw new ArchiveError("cut short");
    if (method === 0) {
      yield packed;
      return;
    }
    if (method !== 8) throw new ArchiveError(`packed by method ${method}`);
    const inflate = createInflateRaw(UNPACKING);
    inflate.end(packed);
    try {
      for await (const piece of inflate) yield piece as Buffer;
    } catch (error) {
      throw new ArchiveError(error instanceof Error ? error.message : "damaged");
    }
  }

  #readDirectory(): void {
    const bytes = this.#bytes;
    let end = bytes.length - END_SIZE;
    const stop = Math.max(0, end - LONGEST_COMMENT);
    while (end >= stop && bytes.readUInt32LE(end) !== END_MARK) end--;
    if (end < stop) throw new ArchiveError("no directory");
    let at = bytes.readUInt32LE(end + 16);
    // The end record of zip64 names the same place; only archives above 4 GiB need it.
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      if (bytes.readUInt32LE(at) !== ENTRY_MARK) throw new ArchiveError("no directory");
      const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
      const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
      const entry: Entry = {
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        packedSize: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      };
      if (bytes.readUInt16LE(at + 8) & 1) throw new ArchiveError("encrypted");
      readZip64(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength), entry);
      this.#entries.set(name, entry);
      at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    }
  }
}

/** Sizes that some writers keep in the extra field even of small files. */
function readZip64(extra: Buffer, entry: Entry): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let value = at + 4;
    for (const field of ["size", "packedSize", "offset"] as const) {
      if (entry[field] !== IN_ZIP64) continue;
      entry[field] = Number(extra.readBigUInt64LE(value));
      value += 8;
    }
    return;
  }
}
