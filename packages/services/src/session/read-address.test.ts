import { expect, it } from "vitest";
import { readAddress } from "./read-address";

it.each([
  ["no proxy: the connection, whatever the header says", undefined, "1.1.1.1", "9.9.9.9", "9.9.9.9"],
  ["no proxy, written out", "0", "1.1.1.1", "9.9.9.9", "9.9.9.9"],
  ["one proxy", "1", "5.5.5.5", "127.0.0.1", "5.5.5.5"],
  ["one proxy, and a header made up before it", "1", "1.2.3.4, 5.5.5.5", "127.0.0.1", "5.5.5.5"],
  ["two proxies", "2", "1.2.3.4, 5.5.5.5, 10.0.0.2", "127.0.0.1", "5.5.5.5"],
  ["a word for yes", "true", "1.2.3.4,5.5.5.5", "127.0.0.1", "5.5.5.5"],
  ["fewer hops than proxies: not known", "2", "5.5.5.5", "127.0.0.1", null],
  ["a proxy that says nothing: not known", "1", null, "127.0.0.1", null],
])("%s", (_what, proxies, forwarded, peer, address) => {
  expect(readAddress(proxies, forwarded, peer)).toBe(address);
});
