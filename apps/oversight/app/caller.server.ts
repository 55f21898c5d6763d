export { orResponse, problemOf, unitCaller } from "@gandan/site/caller.server";
