import { matchRoutes } from "@remix-run/react";
import { expect, it } from "vitest";

/** A route that counts how often the router looks at its path. */
function countedRoute(path: string) {
  const reads = { count: 0 };
  const route = {
    id: path,
    get path() {
      reads.count++;
      return path;
    },
  };
  return { route, reads };
}

it("the router ranks the routes of a build once, not at each request", () => {
  const { route, reads } = countedRoute("u/:unit/dossiers");
  const routes = [route, { id: "other", path: "u/:unit/*" }];
  const match = (path: string) =>
    matchRoutes(routes as never, path)?.map(({ route: found, params }) => [found.id, { ...params }]);
  expect(match("/u/mot/dossiers")).toEqual([["u/:unit/dossiers", { unit: "mot" }]]);
  const afterFirst = reads.count;
  expect(match("/u/hai/dossiers")).toEqual([["u/:unit/dossiers", { unit: "hai" }]]);
  expect(match("/u/hai/gi/do")).toEqual([["other", { unit: "hai", "*": "gi/do" }]]);
  expect(match("/dau")).toBeUndefined();
  expect(reads.count).toBe(afterFirst);
});
