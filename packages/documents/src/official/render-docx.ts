import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IBorderOptions,
  ImageRun,
  Packer,
  PageBorderDisplay,
  PageBorderOffsetFrom,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import QRCode from "qrcode";
import { officialLayout as layout } from "./layout";
import type { Annex, Cell, Manner, OfficialDocument, Part, Proof, Run, Signature } from "./official-document";

const FONT = "Times New Roman";
const PAGE = { short: 210, long: 297 };
const textWidth = (landscape = false) => (landscape ? PAGE.long : PAGE.short) - layout.marginLeft - layout.marginRight;

/** Half-points, as Word counts type. */
const half = (points: number) => points * 2;
/** Twentieths of a point. */
const twips = (points: number) => Math.round(points * 20);
const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const ruled: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: "auto" };

const textOf = ({ text, bold, italic }: Run, points: number) =>
  new TextRun({ text, bold: bold ?? false, italics: italic ?? false, size: half(points) });

interface Line {
  text: string;
  points: number;
  bold?: boolean;
  italic?: boolean;
  before?: number;
}

const centred = ({ text, points, bold, italic, before = 0 }: Line) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twips(before) },
    children: [textOf({ text, bold, italic }, points)],
  });

/** A rule as wide as `share` of `room` millimetres: the border of an empty line. */
const rule = (room: number, share: number) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: mm((room * (1 - share)) / 2), right: mm((room * (1 - share)) / 2) },
    spacing: { line: twips(4), lineRule: "exact" },
    border: { bottom: { ...ruled, space: 1 } },
    children: [],
  });

function sideBySide(cells: readonly (readonly Paragraph[])[], widths: readonly number[], overhang = 0): Table {
  const cell = (children: readonly Paragraph[], at: number) =>
    new TableCell({
      children: children.length > 0 ? children : [new Paragraph({})],
      width: { size: mm(widths[at] ?? 0), type: WidthType.DXA },
      margins: { left: 0, right: 0 },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map((width) => mm(width)),
    indent: { size: -mm(overhang), type: WidthType.DXA },
    borders: noBorders,
    rows: [new TableRow({ cantSplit: true, children: cells.map(cell) })],
  });
}

function headOf(document: OfficialDocument): Table {
  const room = textWidth(document.landscape) + layout.headOverhang;
  const widths = [Math.round((room * 5) / 12), Math.round((room * 7) / 12)] as const;
  const caps = (text: string) => text.toUpperCase();
  return sideBySide(
    [
      [
        ...document.parentBody.map((text) => centred({ text: caps(text), points: layout.issuerSize })),
        ...document.issuerLines.map((text) => centred({ text: caps(text), points: layout.issuerSize, bold: true })),
        rule(widths[0], layout.issuerRule * 0.7),
        ...(document.number ? [centred({ text: document.number, points: layout.numberSize, before: 6 })] : []),
        ...(document.about ? [centred({ text: document.about, points: layout.aboutSize, before: 6 })] : []),
        ...(document.mark
          ? [centred({ text: caps(document.mark), points: layout.aboutSize, bold: true, before: 6 })]
          : []),
      ],
      [
        centred({ text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", points: layout.nationSize, bold: true }),
        centred({ text: "Độc lập - Tự do - Hạnh phúc", points: layout.mottoSize, bold: true }),
        rule(widths[1], 0.6),
        centred({ text: document.placeAndDate, points: layout.placeSize, italic: true, before: 6 }),
      ],
    ],
    widths,
    layout.headOverhang,
  );
}

/** Word's headings are blue and in another face unless told otherwise. */
const PLAIN = { run: { color: "000000", font: FONT } };
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

function body(runs: readonly Run[], { indent = true, align }: { indent?: boolean; align?: "center" } = {}): Paragraph {
  return new Paragraph({
    alignment: align === "center" ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: { before: twips(layout.paragraphSpacing) },
    indent: indent && align !== "center" ? { firstLine: mm(layout.indent) } : {},
    children: runs.map((run) => textOf(run, layout.bodySize)),
  });
}

function partOf(part: Part, width: number): (Paragraph | Table)[] {
  switch (part.type) {
    case "paragraph":
      return [body(part.runs, part)];
    case "heading":
      return [
        new Paragraph({
          heading: HEADINGS[part.level - 1] ?? HeadingLevel.HEADING_4,
          keepNext: true,
          spacing: { before: twips(layout.paragraphSpacing + 2) },
          indent: { firstLine: mm(layout.indent) },
          children: [textOf({ text: part.text, bold: true, italic: part.level > 2 }, layout.bodySize)],
        }),
      ];
    case "items":
      return part.items.map((runs) => body([{ text: "- " }, ...runs]));
    case "fields":
      return part.fields.map(({ label, value }) =>
        body([{ text: `${label}: ` }, value ? { text: value, bold: true } : { text: ".".repeat(60) }], {
          indent: false,
        }),
      );
    case "table":
      return [tableOf(part, width)];
  }
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

const linesOf = (cell: Cell) => (typeof cell === "string" ? [cell] : cell);

function tableOf({ columns, rows, small }: Extract<Part, { type: "table" }>, room: number): Table {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => mm((room * width) / all));
  const row = (cells: readonly Cell[], header: boolean) => {
    const over = cells.length === 1 && columns.length > 1;
    return new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            ...(over ? { columnSpan: columns.length } : {}),
            width: { size: over ? mm(room) : (widths[at] ?? 0), type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: linesOf(cell).map(
              (text) =>
                new Paragraph({
                  keepNext: over,
                  alignment: header ? AlignmentType.CENTER : ALIGN[(over ? undefined : columns[at]?.align) ?? "left"],
                  children: [textOf({ text, bold: header || over }, small ? layout.smallTableSize : layout.tableSize)],
                }),
            ),
          }),
      ),
    });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: mm(room), type: WidthType.DXA },
    borders: { ...noBorders, ...Object.fromEntries(Object.keys(noBorders).map((side) => [side, ruled])) },
    rows: [
      row(
        columns.map(({ header }) => header),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

const signed = ({ capacity, hint, note, name }: Signature) => [
  ...capacity.map((text) => centred({ text: text.toUpperCase(), points: layout.bodySize, bold: true })),
  ...(hint ? [centred({ text: hint, points: 12, italic: true })] : []),
  new Paragraph({ spacing: { before: mm(layout.sealRoom) }, children: [] }),
  ...(note ? [centred({ text: note, points: 12, italic: true })] : []),
  ...(name ? [centred({ text: name, points: layout.bodySize, bold: true })] : []),
];

function recipientsOf(recipients: readonly string[]): Paragraph[] {
  if (recipients.length === 0) return [];
  const head = { text: "Nơi nhận:", bold: true, italic: true };
  return [
    new Paragraph({ children: [textOf(head, layout.recipientsHeadSize)] }),
    ...recipients.map((text) => new Paragraph({ children: [textOf({ text: `- ${text}` }, layout.recipientsSize)] })),
  ];
}

function signatureOf({ signature, counterSignature, recipients, landscape }: OfficialDocument): Table {
  const column = textWidth(landscape) / 2;
  return sideBySide(
    [counterSignature ? signed(counterSignature) : recipientsOf(recipients), signature ? signed(signature) : []],
    [column, column],
  );
}

/** A code, and the words beside it. */
async function codeAndWords(proof: Proof): Promise<[Paragraph[], Paragraph[]]> {
  const data = await QRCode.toBuffer(proof.url, { errorCorrectionLevel: "M", margin: 0, scale: 8 });
  const pixels = Math.round((layout.qrSize / 25.4) * 96);
  const picture = new ImageRun({
    type: "png",
    data,
    transformation: { width: pixels, height: pixels },
    altText: { name: proof.alt, title: proof.alt, description: proof.alt },
  });
  const lines = proof.lines.map((text) => new Paragraph({ children: [textOf({ text }, layout.proofSize)] }));
  return [[new Paragraph({ children: [picture] })], lines];
}

async function proofOf(proofs: readonly Proof[], width: number): Promise<(Paragraph | Table)[]> {
  const cells = (await Promise.all(proofs.map(codeAndWords))).flat();
  const column = layout.qrSize + 4;
  return [
    new Paragraph({ spacing: { before: twips(12) }, border: { bottom: { ...ruled, space: 1 } }, children: [] }),
    new Paragraph({ spacing: { line: twips(8), lineRule: "exact" }, children: [] }),
    sideBySide(
      cells,
      proofs.flatMap(() => [column, width / proofs.length - column]),
    ),
  ];
}

/** The number of a page in the middle of its upper margin, and at its right end what marks a document not yet valid. */
const pageHead = (mark: string | null | undefined, width: number, numbered = true) =>
  new Paragraph({
    alignment: mark ? AlignmentType.LEFT : AlignmentType.CENTER,
    tabStops: [
      { type: TabStopType.CENTER, position: mm(width / 2) },
      { type: TabStopType.RIGHT, position: mm(width) },
    ],
    children: [
      new TextRun({
        children: [...(mark ? [new Tab()] : []), ...(numbered ? [PageNumber.CURRENT] : [])],
        size: half(layout.pageNumberSize),
      }),
      ...(mark ? [new TextRun({ children: [new Tab(), mark], italics: true, size: half(layout.markSize) })] : []),
    ],
  });

/** One sheet after another of one orientation, numbered from its second page on; the first page of all bears its mark itself. */
function sectionOf(
  children: (Paragraph | Table)[],
  mark: string | null | undefined,
  { landscape = false, annex = false } = {},
) {
  const width = textWidth(landscape);
  return {
    properties: {
      titlePage: true,
      type: SectionType.NEXT_PAGE,
      page: {
        // The library turns the page itself.
        size: {
          width: mm(PAGE.short),
          height: mm(PAGE.long),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mm(layout.marginTop),
          bottom: mm(layout.marginBottom),
          left: mm(layout.marginLeft),
          right: mm(layout.marginRight),
          header: mm(layout.marginTop / 2),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [pageHead(mark, width)] }),
      first: new Header({ children: annex && mark ? [pageHead(mark, width, false)] : [] }),
    },
    footers: { default: new Footer({ children: [] }) },
    children,
  };
}

function titleOf(title: string, manner: Manner | undefined): Paragraph {
  const [points, before] = manner ? [layout.letterTitleSize, 30] : [layout.titleSize, 14];
  return centred({ text: title.toUpperCase(), points, bold: true, before });
}

/** Pages of a letter of mourning stand in a black frame. */
function framed(section: ReturnType<typeof sectionOf>, manner: Manner | undefined) {
  if (manner !== "mourning") return section;
  const side = { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, color: "000000", space: 24 };
  const borders = {
    pageBorders: { display: PageBorderDisplay.ALL_PAGES, offsetFrom: PageBorderOffsetFrom.PAGE },
    pageBorderTop: side,
    pageBorderRight: side,
    pageBorderBottom: side,
    pageBorderLeft: side,
  };
  return { ...section, properties: { ...section.properties, page: { ...section.properties.page, borders } } };
}

function annexOf(annex: Annex): (Paragraph | Table)[] {
  const width = textWidth(annex.landscape);
  const line = (text: string) => textOf({ text, bold: true }, layout.titleSize);
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      children: [line(annex.label), new TextRun({ break: 1 }), line(annex.title.toUpperCase())],
    }),
    centred({ text: annex.reference, points: layout.bodySize, italic: true }),
    rule(width, 40 / width),
    ...annex.parts.flatMap((part) => partOf(part, width)),
  ];
}

/** The document as DOCX with the content of its PDF, for those who go on writing it. */
export async function renderDocx(document: OfficialDocument): Promise<Buffer> {
  const { title, summary, addressees, mark, landscape, manner } = document;
  const width = textWidth(landscape);
  const main = [
    headOf(document),
    ...(title ? [titleOf(title, manner)] : []),
    ...(summary ? [centred({ text: summary, points: layout.bodySize, bold: true }), rule(width, 0.25)] : []),
    ...(addressees.length === 1
      ? [centred({ text: `Kính gửi: ${addressees[0]}`, points: layout.bodySize, before: 12 })]
      : addressees.length > 1
        ? [body([{ text: "Kính gửi:" }]), ...addressees.map((text) => body([{ text: `- ${text}` }]))]
        : []),
    ...document.parts.flatMap((part) => partOf(part, width)),
    new Paragraph({ children: [] }),
    signatureOf(document),
    ...(document.proof
      ? await proofOf([document.proof, ...(document.invitation ? [document.invitation] : [])], width)
      : []),
  ];
  const file = new Document({
    title: document.subject,
    creator: document.issuer,
    styles: {
      default: {
        document: { run: { font: FONT, language: { value: document.language === "vi" ? "vi-VN" : "en-US" } } },
        heading1: PLAIN,
        heading2: PLAIN,
        heading3: PLAIN,
        heading4: PLAIN,
      },
    },
    sections: [
      framed(sectionOf(main, mark, { landscape: landscape ?? false }), manner),
      ...(document.annexes ?? []).map((annex) =>
        sectionOf(annexOf(annex), mark, { landscape: annex.landscape, annex: true }),
      ),
    ],
  });
  return Packer.toBuffer(file);
}
