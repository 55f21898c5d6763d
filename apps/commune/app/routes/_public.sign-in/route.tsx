export { signInAction as action, signInLoader as loader } from "@gandan/site/session/sign-in.server";
export { SignInPage as default } from "@gandan/site/session/sign-in-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";
