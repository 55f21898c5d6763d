export { unlockAction as action, unlockLoader as loader } from "@gandan/site/session/unlock.server";
export { UnlockPage as default } from "@gandan/site/session/unlock-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";
