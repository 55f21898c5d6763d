import { expect, it } from "vitest";
import { addressKey, RateLimit } from "./rate-limit";

it("lets so many pass in a window, each key by itself, and says when one may again", () => {
  const limit = new RateLimit(2, 60_000);
  const at = (seconds: number) => new Date(seconds * 1000);
  expect([limit.take("a", at(0)), limit.take("a", at(1)), limit.take("a", at(2))]).toEqual([null, null, 58]);
  expect(limit.take("b", at(2))).toBeNull();
  expect(limit.take("a", at(59.5))).toBe(1);
  expect(limit.take("a", at(60))).toBeNull();
});

it("forgets the oldest when a flood of keys comes", () => {
  const limit = new RateLimit(1, 60_000);
  limit.take("first", new Date(0));
  for (let i = 0; i < 50_000; i++) limit.take(`k${i}`, new Date(1));
  expect(limit.take("first", new Date(2))).toBeNull();
  expect(limit.take("k49999", new Date(2))).toBe(60);
});

it("takes the network of an IPv6 address for the address", () => {
  expect(addressKey("203.0.113.9")).toBe("203.0.113.9");
  expect(addressKey("::ffff:203.0.113.9")).toBe("203.0.113.9");
  expect(addressKey("2001:0db8:0:1:aaaa::1")).toBe("2001:db8:0:1");
  expect(addressKey("2001:db8:0:1:bbbb:cccc:dddd:eeee")).toBe("2001:db8:0:1");
  expect(addressKey("2001:db8::1")).toBe("2001:db8:0:0");
  expect(addressKey("::1")).toBe("0:0:0:0");
  expect(addressKey(null)).toBe("");
});
