export { codeAction as action, codeLoader as loader } from "@gandan/site/session/code.server";
export { CodePage as default } from "@gandan/site/session/code-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";
