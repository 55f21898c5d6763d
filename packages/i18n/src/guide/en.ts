import type { TextShape } from "../text-shape";
import type { guideVi } from "./vi";

export const guideEn: TextShape<typeof guideVi> = {
  title: "Guide",
  help: "Guide to this screen (opens a new page)",
  contents: "Pages of the guide",
  onPage: "On this page",
  language: "For officers in their daily work; written in Vietnamese. Print it from the browser.",
  search: "Search the guide",
  searchAll: "Search all pages of the guide",
  searchPage: "Search this page",
  everywhere: "Search all pages for “{{words}}”",
  clear: "Clear the search",
  found: "Where “{{words}}” stands",
  none: "No page has “{{words}}”. Try a shorter word; marks may be left out.",
  notFound: "There is no such page of the guide. Choose one from the list on the page Guide.",
};
