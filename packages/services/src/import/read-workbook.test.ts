import { crc32, deflateRawSync } from "node:zlib";
import type { Cell } from "@gandan/model/import/read-value";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "./read-workbook";
import { ArchiveError } from "./zip-archive";

async function rowsOf(bytes: Uint8Array): Promise<[number, Cell[]][]> {
  const rows: [number, Cell[]][] = [];
  await readWorkbook(bytes, (line, cells) => rows.push([line, cells]));
  return rows;
}

/** A zip archive as Java and .NET libraries write it: sizes in the extra field of zip64. */
function zipOf(files: Record<string, string | Buffer>, wrongSum = false): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = typeof text === "string" ? Buffer.from(text) : text;
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(wrongSum && name.includes("sheet1") ? 1 : crc32(content), 16);
    entry.writeUInt32LE(0xffffffff, 20);
    entry.writeUInt32LE(0xffffffff, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(20, 30);
    entry.writeUInt32LE(offset, 42);
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(content.length), 4);
    extra.writeBigUInt64LE(BigInt(packed.length), 12);
    parts.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name), extra);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

const parts = (sheet: string, workbook = "") => ({
  "xl/workbook.xml": `<x:workbook>${workbook}<x:sheets><x:sheet name="Ẩn" state="hidden" r:id="rId1"/><x:sheet name="Hồ sơ" r:id="rId2"/></x:sheets></x:workbook>`,
  "xl/_rels/workbook.xml.rels":
    '<Relationships><Relationship Id="rId1" Target="worksheets/none.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
  "xl/sharedStrings.xml":
    '<x:sst><x:si><x:t xml:space="preserve">Bà A &amp; ông B &lt;&#x1EA0;&gt;</x:t></x:si><x:si/><x:si><x:r><x:t>một </x:t></x:r><x:r><x:t>row&gt; hai_x000A_</x:t></x:r><x:rPh><x:t>ẩn</x:t></x:rPh></x:si></x:sst>',
  "xl/styles.xml":
    '<x:styleSheet><x:numFmts><x:numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><x:numFmt numFmtId="165" formatCode="0.0&quot; ngày&quot;"/></x:numFmts><x:cellXfs count="4"><x:xf numFmtId="0"/><x:xf numFmtId="164"/><x:xf numFmtId="165"/><x:xf numFmtId="14"></x:xf></x:cellXfs></x:styleSheet>',
  "xl/worksheets/sheet1.xml": `<x:worksheet><x:sheetData>${sheet}</x:sheetData><x:hyperlinks/></x:worksheet>`,
});
const CELLS =
  '<x:row r="2" spans="1:9"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="B2" s="1"><x:v>46338.354166666664</x:v></x:c><x:c r="D2" s="2"><x:v>2.5</x:v></x:c><x:c r="E2" t="s"><x:v>2</x:v></x:c><x:c r="F2" s="3"/><x:c r="AA2" t="e"><x:v>#N/A</x:v></x:c></x:row>' +
  '<x:row r="3"/><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c t="str"><x:f>A1&amp;B1</x:f><x:v>b&amp;c</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c s="3"><x:v>1</x:v></x:c></x:row>';

describe("readWorkbook", () => {
  it("reads the first visible sheet as other libraries write it: prefixes, zip64, gaps, rich and inline texts", async () => {
    const [first, second] = await rowsOf(zipOf(parts(CELLS)));
    expect(first?.[0]).toBe(2);
    expect(first?.[1].slice(0, 6)).toEqual([
      "Bà A & ông B <Ạ>",
      new Date("2026-11-12T08:30:00Z"),
      null,
      2.5,
      "một row> hai\n",
      null,
    ]);
    expect(first?.[1]).toHaveLength(27);
    expect(second).toEqual([4, ["a", "b&c", "true", new Date("1899-12-31T00:00:00Z")]]);
  });

  it("reads cells without prefixes the same, whether all of a row are written as usual or not", async () => {
    const bare = (xml: string) => xml.replaceAll("x:", "");
    const usual =
      '<x:row r="7"><x:c r="A7" t="s"><x:v>0</x:v></x:c><x:c r="C7" s="1"><x:v>0.5</x:v></x:c><x:c r="D7" s="2"/></x:row>';
    const prefixed = parts(CELLS + usual);
    const plain = Object.fromEntries(Object.entries(prefixed).map(([name, xml]) => [name, bare(xml)]));
    const rows = await rowsOf(zipOf(plain));
    expect(rows).toEqual(await rowsOf(zipOf(prefixed)));
    expect(rows.at(-1)).toEqual([7, ["Bà A & ông B <Ạ>", null, new Date("1899-12-30T12:00:00Z"), null]]);
  });

  it("leaves the character out that a database cannot hold", async () => {
    const cells = '<x:row r="1"><x:c t="inlineStr"><x:is><x:t>a&#0;b_x0000_c&#x0;_x0041_</x:t></x:is></x:c></x:row>';
    expect(await rowsOf(zipOf(parts(cells)))).toEqual([[1, ["abcA"]]]);
  });

  it("counts days from 1904 where the workbook says so", async () => {
    const sheet = '<x:row r="1"><x:c r="A1" s="1"><x:v>0.5</x:v></x:c></x:row>';
    expect(await rowsOf(zipOf(parts(sheet, '<x:workbookPr date1904="1"/>')))).toEqual([
      [1, [new Date("1904-01-01T12:00:00Z")]],
    ]);
  });

  it("gives what another reader gives for a large sheet, over many pieces", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Hồ sơ");
    for (let n = 1; n <= 8000; n++) sheet.addRow([`H${n}`, `Nguyễn Thị <${n}> & con`, n / 7, new Date(n * 60_000)]);
    const rows = await rowsOf(Buffer.from(await book.xlsx.writeBuffer()));
    expect(rows).toHaveLength(8000);
    sheet.eachRow((row, line) => {
      expect(rows[line - 1]).toEqual([line, (row.values as unknown[]).slice(1)]);
    });
  });

  it("reads texts within the cells wherever a piece ends, after pieces of plain letters and before them", async () => {
    const row = (text: string) =>
      `<x:row><x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row>`;
    const texts: string[] = [];
    // Signs of three bytes at every distance from the end of a piece, which is a power of two.
    for (let n = 0; n < 40; n++) texts.push("x".repeat(65_536 + n), "Ạ".repeat(8_000 + n), "y".repeat(300_000));
    const rows = await rowsOf(zipOf(parts(texts.map(row).join(""))));
    expect(rows.map(([, [text]]) => text)).toEqual(texts);
  });

  it("refuses what is not UTF-8, also where a sign is broken off at the end of a piece", async () => {
    const name = "xl/worksheets/sheet1.xml";
    const files = parts('<x:row><x:c t="inlineStr"><x:is><x:t>§</x:t></x:is></x:c></x:row>');
    const [start = "", end = ""] = files[name].split("§");
    for (const broken of [100, 262_144, 300_000]) {
      const text = Buffer.from(start.padEnd(broken - 2, "x"));
      const sheet = Buffer.concat([text, Buffer.from("Ạ").subarray(0, 2), Buffer.from(end)]);
      await expect(rowsOf(zipOf({ ...files, [name]: sheet }))).rejects.toThrow("not UTF-8");
    }
  });

  it("refuses what is damaged, cut short or made to fill the memory", async () => {
    const good = zipOf(parts(CELLS));
    await expect(rowsOf(zipOf(parts(CELLS), true))).rejects.toThrow("damaged");
    await expect(rowsOf(good.subarray(0, good.length - 100))).rejects.toBeInstanceOf(ArchiveError);
    await expect(rowsOf(Buffer.from("PK\x03\x04"))).rejects.toBeInstanceOf(ArchiveError);
    const { "xl/worksheets/sheet1.xml": _, ...rest } = parts(CELLS);
    await expect(rowsOf(zipOf(rest))).rejects.toThrow("no xl/worksheets/sheet1.xml");
    const bomb = { ...parts(CELLS), "xl/styles.xml": " ".repeat(17 * 1024 * 1024) };
    expect(zipOf(bomb).length).toBeLessThan(100_000);
    await expect(rowsOf(zipOf(bomb))).rejects.toThrow("too large");
    const endless = `<x:row r="1"><x:c r="A1"><x:v>${"1".repeat(17 * 1024 * 1024)}`;
    await expect(rowsOf(zipOf(parts(endless)))).rejects.toThrow("a row is too long");
  });
});
