import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageCaller } from "../caller.server";
import type { GuideBlock, GuidePageText } from "./guide-text";
import { plainLetters, readGuidePage, textOf } from "./read-guide.server";

const FOLDER = "../../../../docs/huong-dan";
const texts = import.meta.glob<string>("../../../../docs/huong-dan/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});
const pictures = import.meta.glob<string>("../../../../docs/huong-dan/pictures/*.webp", {
  query: "?url",
  import: "default",
  eager: true,
});
const FIRST = "README";
/** Longer searches find nothing that a shorter one would not. */
const MAX_WORDS = 60;

const textOfPage = (slug: string) => texts[`${FOLDER}/${slug}.md`];
const pictureUrl = (name: string) => pictures[`${FOLDER}/pictures/${name}`];
const read = (slug: string, text: string, words = "") => readGuidePage(slug, text, { pictureUrl, words });

/** Pages as they are read without a search; the texts are those of the build. */
const known = new Map<string, GuidePageText>();

function pageOf(slug: string): GuidePageText | undefined {
  const text = textOfPage(slug);
  if (text === undefined) return undefined;
  const page = known.get(slug) ?? read(slug, text);
  known.set(slug, page);
  return page;
}

/** Pages that the first one names, in its order. */
export function guideContents(): { slug: string; title: string }[] {
  const first = textOfPage(FIRST) ?? "";
  const slugs = [...first.matchAll(/\]\(([a-z0-9-]+)\.md\)/g)].map(([, slug]) => slug ?? "");
  return [...new Set(slugs)].flatMap((slug) => {
    const page = pageOf(slug);
    return page ? [{ slug, title: page.title }] : [];
  });
}

/** Names of all pages that are there, without the first. */
export const guideSlugs = (): string[] =>
  Object.keys(texts)
    .map((path) => path.slice(FOLDER.length + 1, -".md".length))
    .filter((slug) => slug !== FIRST);

interface GuideFind {
  slug: string;
  page: string;
  /** The section it stands in; null above the first. */
  section: { id: string; title: string } | null;
  /** Around the words, cut to a line or two. */
  excerpt: { before: string; found: string; after: string };
}

function wordsOf(block: GuideBlock): string {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return textOf(block.children);
    case "picture":
      return "";
    case "note":
      return block.blocks.map(wordsOf).join(" ");
    case "list":
      return block.items.flat().map(wordsOf).join(" ");
    case "table":
      return [block.head, ...block.rows].flat().map(textOf).join(" ");
  }
}

const AROUND = 70;

/** Where the words stand, once a section; without marks and case. */
function findIn({ slug, title, blocks }: GuidePageText, words: string): GuideFind[] {
  const finds: GuideFind[] = [];
  let section: GuideFind["section"] = null;
  for (const block of blocks) {
    if (block.type === "heading" && block.level === 2) section = { id: block.id, title: textOf(block.children) };
    const text = wordsOf(block);
    const at = plainLetters(text).indexOf(words);
    if (at < 0 || finds.some((one) => one.section?.id === section?.id)) continue;
    const end = at + words.length;
    const before = text.slice(Math.max(0, at - AROUND), at);
    const excerpt = {
      before: at > AROUND ? `… ${before}` : before,
      found: text.slice(at, end),
      after: text.length > end + AROUND ? `${text.slice(end, end + AROUND)} …` : text.slice(end),
    };
    finds.push({ slug, page: title, section, excerpt });
  }
  return finds;
}

/** Sections of all pages in which the words stand, in the order of the contents. */
export function searchGuide(words: string): GuideFind[] {
  const wanted = plainLetters(words.trim());
  if (wanted === "") return [];
  return guideContents().flatMap(({ slug }) => {
    const page = pageOf(slug);
    return page ? findIn(page, wanted) : [];
  });
}

/** A page of the guide, or what a search in it finds; 404 for a page that is not there. Open to everyone. */
export async function guideLoader(args: LoaderFunctionArgs) {
  const { t } = await pageCaller(args);
  const slug = args.params.page ?? FIRST;
  const plain = pageOf(slug);
  if (!plain || args.params.page === FIRST) {
    throw new Response(t("guide.notFound"), { status: 404, statusText: "NOT_FOUND" });
  }
  const words = (new URL(args.request.url).searchParams.get("q") ?? "").slice(0, MAX_WORDS);
  const page = words ? read(slug, textOfPage(slug) ?? "", words) : plain;
  return {
    title: t("shell.title", { page: words && slug === FIRST ? t("guide.found", { words }) : page.title }),
    page: { ...page, slug: args.params.page ?? null },
    contents: guideContents(),
    words,
    // From the first page all are searched; a page marks what stands on itself.
    finds: slug === FIRST ? searchGuide(words) : [],
  };
}
