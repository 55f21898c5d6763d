import { matchRoutes, RemixServer } from "@remix-run/react";
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

it("what was found for a path is found again, and nobody writes on another's copy", () => {
  const routes = [{ id: "unit", path: "u/:unit", children: [{ id: "page", path: "dossiers" }] }];
  const found = () => matchRoutes(routes, "/u/mot/dossiers")!;
  const first = found();
  (first[0]!.params as Record<string, string>).unit = "khac";
  first.pop();
  expect(found().map(({ route, params }) => [route.id, params.unit])).toEqual([
    ["unit", "mot"],
    ["page", "mot"],
  ]);
});

it("the tree of a page's routes is made once for a build", () => {
  const { route, reads } = countedRoute("u/:unit");
  const manifest = { routes: { [route.id]: route } };
  const context = () => ({
    manifest,
    routeModules: { [route.id]: { default: () => null } },
    future: {},
    staticHandlerContext: { matches: [], loaderData: {}, errors: null, location: { pathname: "/u/mot" } },
  });
  const page = context();
  RemixServer({ context: page as never, url: "http://localhost/u/mot" });
  const afterFirst = reads.count;
  expect(afterFirst).toBeGreaterThan(0);
  RemixServer({ context: { ...context(), routeModules: page.routeModules } as never, url: "http://localhost/u/hai" });
  expect(reads.count).toBe(afterFirst);
});
