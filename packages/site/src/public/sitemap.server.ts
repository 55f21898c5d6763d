import { type PublicPlace, publicHref } from "./public-places";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const TYPE = "application/xml; charset=utf-8";
const PLACES: readonly PublicPlace[] = [
  "promise",
  "procedures",
  "results",
  "documents",
  "contact",
  "feedback",
  "petition",
  "accessibility",
  "privacy",
];

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const located = (tag: string, address: string) => `<${tag}><loc>${escaped(address)}</loc></${tag}>\n`;

/** The addresses of other maps, as search engines read them. */
export function sitemapIndex(addresses: readonly string[]): Response {
  const maps = addresses.map((address) => located("sitemap", address)).join("");
  return new Response(`${HEAD}<sitemapindex ${SCHEMA}>\n${maps}</sitemapindex>\n`, {
    headers: { "Content-Type": TYPE, "Cache-Control": "public, max-age=3600" },
  });
}

/** The public pages of a unit, with one for each procedure. */
export function unitSitemap(origin: string, slug: string, procedures: readonly { code: string }[]) {
  const paths = [
    ...PLACES.map((place) => publicHref(slug, place)),
    ...procedures.map(({ code }) => `${publicHref(slug, "procedures")}/${encodeURIComponent(code)}`),
  ];
  const urls = paths.map((path) => located("url", origin + path)).join("");
  const bytes = new TextEncoder().encode(`${HEAD}<urlset ${SCHEMA}>\n${urls}</urlset>\n`);
  return { bytes, contentType: TYPE };
}
