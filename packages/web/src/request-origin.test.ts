import { describe, expect, it } from "vitest";
import { mayWrite } from "./request-origin";

const from = (headers: Record<string, string>) => new Headers({ host: "xa.example:3100", ...headers });

describe("mayWrite", () => {
  it.each([
    ["GET", {}, true],
    ["HEAD", { origin: "https://other.example" }, true],
    ["POST", {}, false],
    ["POST", { origin: "http://xa.example:3100" }, true],
    ["POST", { origin: "https://xa.example:3100", "sec-fetch-site": "same-origin" }, true],
    ["POST", { "sec-fetch-site": "same-origin" }, true],
    ["POST", { "sec-fetch-site": "none" }, true],
    ["POST", { origin: "http://xa.example:3200", "sec-fetch-site": "same-site" }, false],
    ["POST", { origin: "http://xa.example:3200" }, false],
    ["POST", { origin: "http://other.example", "sec-fetch-site": "same-origin" }, false],
    ["POST", { origin: "http://xa.example:3100", "sec-fetch-site": "cross-site" }, false],
    ["POST", { origin: "null" }, false],
    ["DELETE", { origin: "https://other.example" }, false],
  ])("%s %o → %s", (method, headers, expected) => {
    expect(mayWrite(method, from(headers))).toBe(expected);
  });
});
