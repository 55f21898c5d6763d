import { existsSync, readFileSync } from "node:fs";
import { vi } from "@gandan/i18n/texts-vi";
import { guideContents, guideSlugs, searchGuide } from "@gandan/site/guide/guide.server";
import { GUIDE_PLACES, guidePageOf } from "@gandan/site/guide/guide-places";
import { readGuidePage } from "@gandan/site/guide/read-guide.server";
import { expect, test } from "vitest";

const folder = new URL("../../../../docs/huong-dan/", import.meta.url);
const textOf = (slug: string) => readFileSync(new URL(`${slug}.md`, folder), "utf8");
const pages = ["README", ...guideSlugs()];
const read = (text: string, words = "") => readGuidePage("bai", text, { pictureUrl: (name) => `/x/${name}`, words });

const values = (texts: object): string[] =>
  Object.values(texts).flatMap((one: string | object) => (typeof one === "string" ? [one] : values(one)));
/** Signs of the screens that are no words of a language. */
const SIGNS = new Set(["?", "VI", "EN"]);

test("every page stands in the contents, and the contents name none that is not there", () => {
  expect(
    guideContents()
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual(guideSlugs().sort());
  for (const { title } of guideContents()) expect(title).not.toMatch(/[#*[\]]/);
});

test("every screen named in the table has a page that is there", () => {
  const named = Object.values(GUIDE_PLACES).flatMap((places) => places.map(([, page]) => page));
  for (const page of named) expect(guideSlugs()).toContain(page);
});

test("the longest place tells of a screen, and the first one only of itself", () => {
  expect(guidePageOf("/u", "")).toBe("hom-nay");
  expect(guidePageOf("/u", "/dossiers/new")).toBe("tiep-nhan");
  expect(guidePageOf("/u", "/dossiers/0199/apology")).toBe("tre-hen-xin-loi");
  expect(guidePageOf("/u", "/dossiers/0199/anything")).toBe("xu-ly-ho-so");
  expect(guidePageOf("/u", "/nowhere")).toBeNull();
  expect(guidePageOf("/x", "")).toBeNull();
});

test.each(pages)("%s names what the screens say, and leads where there is something", (slug) => {
  const text = textOf(slug);
  const said = values(vi).map((one) => one.replace(/\{\{[^}]*\}\}/g, "…"));
  const labels = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label]) => label ?? "");
  // What begins small is stressed, not quoted.
  const quoted = labels.filter((label) => !SIGNS.has(label) && !/^\p{Ll}/u.test(label));
  expect(quoted.filter((label) => !said.some((one) => one.startsWith(label)))).toEqual([]);
  for (const [, page, anchor] of text.matchAll(/\]\(([a-z0-9-]+)\.md(?:#([^)]+))?\)/g)) {
    expect(guideSlugs()).toContain(page);
    if (anchor) expect(read(textOf(page ?? "")).sections.map(({ id }) => id)).toContain(anchor);
  }
  const pictures = [...text.matchAll(/\]\(pictures\/([^)]+)\)/g)].map(([, name]) => name ?? "");
  expect(pictures.filter((name) => !existsSync(new URL(`pictures/${name}`, folder)))).toEqual([]);
});

test("markup of any kind stays text, and an address that runs a script is none", () => {
  const { blocks } = read("# T\n\n<script>alert(1)</script> <img src=x onerror=y>\n\n[đây](javascript:alert(1))\n");
  const all = JSON.stringify(blocks);
  expect(all).toContain("<script>alert(1)</script>");
  expect(all).not.toMatch(/"(href|src)":"(javascript|x)/);
});

test("a page is read into what it says", () => {
  const { title, blocks, sections } = read(
    "# Bài\n\n## Một việc\n\n1. Bấm **Lưu**\n2. Xem [bài khác](khac.md#phan)\n\n![Hình](pictures/a.webp)\n\n> Nhớ\n\n| A | B |\n| --- | --- |\n| `c` | d |\n",
  );
  expect(title).toBe("Bài");
  expect(sections).toEqual([{ id: "mot-viec", title: "Một việc" }]);
  expect(blocks.map(({ type }) => type)).toEqual(["heading", "list", "picture", "note", "table"]);
  expect(JSON.stringify(blocks)).toContain('"href":"/guide/khac#phan"');
  expect(blocks[2]).toEqual({ type: "picture", src: "/x/a.webp", alt: "Hình" });
});

test("words are found without marks and case, once a section, and marked where they stand", () => {
  const finds = searchGuide("thu xin loi");
  expect(finds.length).toBeGreaterThan(3);
  expect(finds.map(({ slug }) => slug)).toContain("tre-hen-xin-loi");
  for (const { excerpt } of finds) expect(excerpt.found.toLowerCase()).toBe("thư xin lỗi");
  const places = finds.map(({ slug, section }) => `${slug} ${section?.id}`);
  expect(new Set(places).size).toBe(places.length);
  expect(searchGuide("  ")).toEqual([]);
  const marks = JSON.stringify(read("# T\n\nGửi Thư xin lỗi đi", "THU XIN").blocks).match(
    /"text":"Thư xin"[^}]*"found":true/,
  );
  expect(marks).not.toBeNull();
});
