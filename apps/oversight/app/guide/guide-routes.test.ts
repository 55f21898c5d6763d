import { readdirSync, readFileSync } from "node:fs";
import { guideSlugs } from "@gandan/site/guide/guide.server";
import { guidePageOf } from "@gandan/site/guide/guide-places";
import { expect, test } from "vitest";

const routes = new URL("../routes/", import.meta.url);
/** Where the screens of those who work here lie: in a unit, and about their own account. */
const AREAS = [
  ["_staff.o.$unit", "/o"],
  ["_account", ""],
] as const;

/** Routes that draw a page, as addresses below their area's. */
const screens = AREAS.flatMap(([area, base]) =>
  readdirSync(routes)
    .filter((name) => name.startsWith(`${area}.`))
    .filter((name) => /export default|as default/.test(readFileSync(new URL(`${name}/route.tsx`, routes), "utf8")))
    .map((name) => {
      const parts = name.slice(area.length + 1).split(/\.(?![^[]*\])/);
      const path = parts
        .filter((part) => part !== "_index")
        .map((part) => part.replace(/_$/, "").replace(/^\$.*/, "0199"));
      return [base, path.map((part) => `/${part}`).join("")] as const;
    }),
);

test.each(screens)("the screen %s%s has a page of the guide", (base, path) => {
  expect(guideSlugs()).toContain(guidePageOf(base, path));
});
