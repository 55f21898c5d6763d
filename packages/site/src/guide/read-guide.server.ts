import MarkdownIt, { type Token } from "markdown-it";
import type { GuideBlock, GuideInline, GuidePageText } from "./guide-text";

// HTML in a text stays text; addresses that run a script are refused.
const markdown = new MarkdownIt({ html: false, linkify: false });

/** Without marks and case, letter by letter, so that places in it are places in the text. */
export function plainLetters(text: string): string {
  return [...text]
    .map((letter) => {
      const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("đ", "d");
      return plain.length === letter.length ? plain : letter;
    })
    .join("");
}

const idOf = (title: string) =>
  plainLetters(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** What one page is read with. */
interface Reading {
  /** Address of a picture by its file name; undefined when there is none. */
  pictureUrl: (name: string) => string | undefined;
  /** What to mark where it stands in the text, without marks; empty marks nothing. */
  words: string;
}

/** Addresses of other pages without the ending of their files; README is the first page. */
function hrefOf(href: string): string {
  const page = /^([a-z0-9-]+|README)\.md(#.*)?$/.exec(href);
  if (!page) return href;
  return `/guide${page[1] === "README" ? "" : `/${page[1]}`}${page[2] ?? ""}`;
}

/** A text cut where the words that are looked for begin and end. */
function marked(text: string, style: { strong: boolean; code: boolean }, words: string): GuideInline[] {
  const pieces: GuideInline[] = [];
  const add = (piece: string, found: boolean) => {
    if (piece) pieces.push({ type: "text", text: piece, ...style, found });
  };
  const plain = plainLetters(text);
  let from = 0;
  for (let at = words ? plain.indexOf(words) : -1; at >= 0; at = plain.indexOf(words, from)) {
    add(text.slice(from, at), false);
    add(text.slice(at, at + words.length), true);
    from = at + words.length;
  }
  add(text.slice(from), false);
  return pieces;
}

function inlines(tokens: readonly Token[], words: string): GuideInline[] {
  const out: GuideInline[] = [];
  const open: GuideInline[][] = [out];
  let strong = false;
  for (const token of tokens) {
    const target = open.at(-1) ?? out;
    if (token.type === "text") target.push(...marked(token.content, { strong, code: false }, words));
    else if (token.type === "code_inline") target.push(...marked(token.content, { strong, code: true }, words));
    else if (token.type === "softbreak") target.push(...marked(" ", { strong, code: false }, ""));
    else if (token.type === "strong_open" || token.type === "strong_close") strong = token.nesting > 0;
    else if (token.type === "link_open") {
      const children: GuideInline[] = [];
      target.push({ type: "link", href: hrefOf(String(token.attrGet("href") ?? "")), children });
      open.push(children);
    } else if (token.type === "link_close") open.pop();
  }
  return out;
}

/** The text of inlines alone. */
export const textOf = (parts: readonly GuideInline[]): string =>
  parts.map((part) => (part.type === "text" ? part.text : textOf(part.children))).join("");

/** Reads tokens up to the one that closes what they are in. */
class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly reading: Reading,
  ) {}

  blocks(end?: string): GuideBlock[] {
    const blocks: GuideBlock[] = [];
    for (let token = this.next(); token && token.type !== end; token = this.next()) {
      const block = this.block(token);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  private next(): Token | undefined {
    return this.tokens[this.at++];
  }

  private text(end: string): GuideInline[] {
    const found: GuideInline[] = [];
    for (let token = this.next(); token && token.type !== end; token = this.next()) {
      found.push(...inlines(token.children ?? [], this.reading.words));
    }
    return found;
  }

  private block(token: Token): GuideBlock | null {
    switch (token.type) {
      case "heading_open": {
        const children = this.text("heading_close");
        const level = token.tag === "h2" ? 2 : token.tag === "h3" ? 3 : null;
        return level && { type: "heading", level, id: idOf(textOf(children)), children };
      }
      case "paragraph_open":
        return this.picture() ?? { type: "paragraph", children: this.text("paragraph_close") };
      case "blockquote_open":
        return { type: "note", blocks: this.blocks("blockquote_close") };
      case "bullet_list_open":
      case "ordered_list_open":
        return this.list(token.type === "ordered_list_open");
      case "table_open":
        return this.table();
      default:
        return null;
    }
  }

  /** A paragraph that holds a picture alone; a picture that is not there is left out. */
  private picture(): GuideBlock | null {
    const image = this.tokens[this.at]?.children;
    const [only] = image ?? [];
    if (image?.length !== 1 || only?.type !== "image") return null;
    const src = this.reading.pictureUrl(String(only.attrGet("src") ?? "").replace(/^pictures\//, ""));
    this.text("paragraph_close");
    return src ? { type: "picture", src, alt: only.content } : { type: "paragraph", children: [] };
  }

  private list(ordered: boolean): GuideBlock {
    const items: GuideBlock[][] = [];
    const end = ordered ? "ordered_list_close" : "bullet_list_close";
    for (let token = this.next(); token && token.type !== end; token = this.next()) {
      if (token.type === "list_item_open") items.push(this.blocks("list_item_close"));
    }
    return { type: "list", ordered, items };
  }

  private table(): GuideBlock {
    const rows: GuideInline[][][] = [];
    for (let token = this.next(); token && token.type !== "table_close"; token = this.next()) {
      if (token.type === "tr_open") rows.push([]);
      if (token.type === "th_open" || token.type === "td_open") {
        rows.at(-1)?.push(this.text(token.type.replace("open", "close")));
      }
    }
    const [head = [], ...rest] = rows;
    return { type: "table", head, rows: rest };
  }
}

/** One page of the guide from its text: its title is the first heading. */
export function readGuidePage(slug: string, text: string, reading: Reading): GuidePageText {
  const tokens = markdown.parse(text, {});
  const title = tokens[tokens.findIndex(({ type }) => type === "heading_open") + 1]?.content ?? slug;
  const blocks = new Reader(tokens, { ...reading, words: plainLetters(reading.words.trim()) }).blocks();
  const sections = blocks.flatMap((block) =>
    block.type === "heading" && block.level === 2 ? [{ id: block.id, title: textOf(block.children) }] : [],
  );
  return { slug, title, blocks, sections };
}
