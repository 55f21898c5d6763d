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

const mapOf = (xml: string) =>
  new Response(HEAD + xml, { headers: { "Content-Type": TYPE, "Cache-Control": "public, max-age=3600" } });

/** The addresses of other maps, as search engines read them. */
export function sitemapIndex(addresses: readonly string[]): Response {
  const maps = addresses.map((address) => located("sitemap", address)).join("");
  return mapOf(`<sitemapindex ${SCHEMA}>\n${maps}</sitemapindex>\n`);
}

/** The public pages of a unit, with one for each procedure. */
export function unitSitemap(origin: string, slug: string, procedures: readonly { code: string }[]): Response {
  const paths = [
    ...PLACES.map((place) => publicHref(slug, place)),
    ...procedures.map(({ code }) => `${publicHref(slug, "procedures")}/${encodeURIComponent(code)}`),
  ];
  const urls = paths.map((path) => located("url", origin + path)).join("");
  return mapOf(`<urlset ${SCHEMA}>\n${urls}</urlset>\n`);
}
