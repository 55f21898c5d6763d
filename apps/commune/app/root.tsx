import type { MetaFunction } from "@remix-run/node";

export { rootLoader as loader } from "@gandan/site/shell/language.server";
export { FailurePage as ErrorBoundary, RootPage as default, siteLinks as links } from "@gandan/site/shell/root-page";

export const meta: MetaFunction = () => [{ title: "Gần Dân – cấp xã" }];
