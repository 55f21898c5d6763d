export { guideLoader as loader } from "@gandan/site/guide/guide.server";
export { GuidePage as default } from "@gandan/site/guide/guide-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";

/** Nothing here needs a script. */
export const handle = { script: false };
