export { heldAction as action, heldLoader as loader } from "@gandan/site/session/held.server";
export { HeldPage as default } from "@gandan/site/session/held-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";
