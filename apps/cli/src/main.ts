import { commandTable } from "./command-table";
import { dispatch } from "./dispatch";

const args = process.argv.slice(2);
const { code, text, data } = await dispatch(args, commandTable);
if (args.includes("--json")) {
  if (data !== undefined) console.log(JSON.stringify(data, null, 2));
} else if (text) {
  (code === 0 ? console.log : console.error)(text);
}
process.exitCode = code;
// A command that was cut short may have left a connection open; what is printed has left by then.
setTimeout(() => process.exit(), 2000).unref();
