import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Catalogue } from "./catalogue";

const html = renderToStaticMarkup(<Catalogue />);
const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? "");
const ids = all(/\sid="([^"]+)"/g);

describe("the catalogue of components", () => {
  it("uses every id once", () => {
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it("ties labels, descriptions and headings to things that are there", () => {
    const named = [
      ...all(/\sfor="([^"]+)"/g),
      ...all(/aria-labelledby="([^"]+)"/g).flatMap((list) => list.split(" ")),
      ...all(/aria-describedby="([^"]+)"/g).flatMap((list) => list.split(" ")),
    ];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("labels every control that can be seen", () => {
    const controls = [...html.matchAll(/<(input|select|textarea)\b[^>]*>/g)]
      .map((match) => match[0])
      .filter((control) => !/type="hidden"|aria-label="[^"]/.test(control));
    const labelled = new Set(all(/\sfor="([^"]+)"/g));
    const inLabel = html.match(/<label[^>]*>\s*<input/g)?.length ?? 0;
    const loose = controls.filter((control) => !labelled.has(/\sid="([^"]+)"/.exec(control)?.[1] ?? ""));
    expect(controls.length).toBeGreaterThan(8);
    expect(loose.length).toBe(inLabel - (html.match(/<label[^>]*for="[^"]*"[^>]*>\s*<input/g)?.length ?? 0));
  });

  it("has one main region, reached by the skip link first", () => {
    expect(html.startsWith('<a class="skip" href="#main">')).toBe(true);
    expect(all(/<main id="([^"]+)"/g)).toEqual(["main"]);
  });

  it("names every navigation, each with a name of its own in the shell", () => {
    expect(html).not.toMatch(/<nav(?![^>]*aria-label=)/);
    expect(html).toContain('<nav aria-label="Danh mục chính (thu gọn)">');
    expect(html).toContain('<nav class="rail" aria-label="Danh mục chính">');
  });

  it("gives each picture a name and hides each ornament", () => {
    const pictures = [...html.matchAll(/<[a-z]+\b[^>]*role="img"[^>]*>/g)].map((match) => match[0]);
    expect(pictures.length).toBeGreaterThan(8);
    expect(pictures.filter((picture) => !/aria-label(ledby)?="[^"]+"/.test(picture))).toEqual([]);
    const svgs = [...html.matchAll(/<svg\b[^>]*>/g)].map((match) => match[0]);
    expect(svgs.filter((svg) => !/role="img"|aria-hidden="true"/.test(svg))).toEqual([]);
  });

  it("captions every table and heads every row", () => {
    const tables = html.split("<table").slice(1);
    expect(tables.length).toBe(5);
    for (const table of tables) {
      expect(table).toMatch(/^[^>]*><caption/);
      const body = table.slice(table.indexOf("<tbody"), table.indexOf("</tbody>"));
      expect(body.match(/<tr/g)?.length).toBe(body.match(/<th scope="row"/g)?.length);
    }
  });

  it("needs no script: no handlers, and every form says where it goes", () => {
    expect(html).not.toMatch(/\son[a-z]+="/);
    expect(html).not.toContain("<script");
    expect(html).not.toMatch(/<form(?![^>]*method=)/);
  });

  it("puts one filled button in the banner and one in each form", () => {
    const banner = html.slice(html.indexOf('<section class="banner"'), html.indexOf('<div class="toast"'));
    expect(banner.match(/btn-primary/g)?.length).toBe(1);
  });
});

it("leaves the rail out where tables need the width", () => {
  const menu = renderToStaticMarkup(<Catalogue layout="menu" />);
  expect(menu).not.toContain('class="rail"');
  expect(menu).toContain('<details class="menu menu-always">');
  expect(menu).toContain('class="wide"');
});
