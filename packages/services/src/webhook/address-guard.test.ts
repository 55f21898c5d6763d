import { describe, expect, it } from "vitest";
import { addressToReach, allowedNetworks, mayReach } from "./address-guard";

const networks = (text?: string) => allowedNetworks({ GANDAN_WEBHOOK_NETWORKS: text });

describe("mayReach", () => {
  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "ff02::1",
    "no address",
  ])("never reaches %s", (address) => {
    expect(mayReach(address, networks())).toBe(false);
  });

  it.each(["8.8.8.8", "113.160.0.1", "172.15.0.1", "172.32.0.1", "2405:4800::1", "2606:4700::1111"])(
    "reaches %s",
    (address) => {
      expect(mayReach(address, networks())).toBe(true);
    },
  );

  it("reaches networks inside that the installation allows, and no others", () => {
    const allowed = networks("10.20.0.0/16, 127.0.0.1 fd00::/8");
    expect(["10.20.3.4", "127.0.0.1", "fd00::5"].map((each) => mayReach(each, allowed))).toEqual([true, true, true]);
    expect(["10.21.0.1", "127.0.0.2", "fe80::1"].map((each) => mayReach(each, allowed))).toEqual([false, false, false]);
    for (const wrong of ["10.20.0.0/33", "xa.example", "10.20.0.0/x", "/8"]) expect(() => networks(wrong)).toThrow();
  });
});

describe("addressToReach", () => {
  const reach = (url: string, allowed?: string) => addressToReach(new URL(url), networks(allowed));

  it.each([
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://[::ffff:7f00:1]/",
    "https://localhost/",
    "https://169.254.169.254/latest",
  ])("refuses %s, however it is written", async (url) => {
    expect(await reach(url)).toEqual({ problem: "forbidden-address" });
  });

  it("sends nothing in clear outside, and says when a name leads nowhere", async () => {
    expect(await reach("http://8.8.8.8/")).toEqual({ problem: "not-https" });
    expect(await reach("https://8.8.8.8/")).toEqual({ address: "8.8.8.8", family: 4 });
    expect(await reach("http://127.0.0.1:81/", "127.0.0.1")).toEqual({ address: "127.0.0.1", family: 4 });
    expect(await reach("https://khong-co.invalid/")).toEqual({ problem: "no-address" });
  });
});
