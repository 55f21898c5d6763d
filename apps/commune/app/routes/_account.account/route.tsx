export { sessionsAction as action, sessionsLoader as loader } from "@gandan/site/session/sessions.server";
export { SessionsPage as default } from "@gandan/site/session/sessions-page";
export { titleOfPage as meta } from "@gandan/site/shell/page-title";
