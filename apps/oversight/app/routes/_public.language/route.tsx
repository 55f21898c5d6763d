export { languageLoader as loader } from "@gandan/site/shell/language.server";
