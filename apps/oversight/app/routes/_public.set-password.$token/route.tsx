export { setPasswordAction as action, setPasswordLoader as loader } from "@gandan/site/session/password.server";
export { SetPasswordPage as default } from "@gandan/site/session/password-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";
