export { changePasswordAction as action, changePasswordLoader as loader } from "@gandan/site/session/password.server";
export { ChangePasswordPage as default } from "@gandan/site/session/password-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";
