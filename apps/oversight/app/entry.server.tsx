export { answerPage as default, logFailure as handleError } from "@gandan/site/shell/answer.server";
