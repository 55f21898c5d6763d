export { factorAction as action, factorLoader as loader } from "@gandan/site/session/factor.server";
export { FactorPage as default } from "@gandan/site/session/factor-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";
