export { signOutAction as action, signOutLoader as loader } from "@gandan/site/session/sign-out.server";
