import { expect, it } from "vitest";
import { differenceLines } from "./difference-lines";

const at = (time: string) => new Date(`2026-09-10T${time}:00+07:00`);
const iso = (time: string) => at(time).toISOString();

it("tells a time on both sides, or on one", () => {
  const finished = { type: "finished" };
  const both = { entry: "finished", ownAt: at("15:42"), toldAt: at("16:00"), own: finished, told: finished };
  expect(differenceLines(both)).toEqual([
    { field: "finishedAt", before: { time: at("15:42") }, after: { time: at("16:00") } },
  ]);
  expect(differenceLines({ ...both, toldAt: null, told: null })[0]?.after).toBeNull();
  expect(differenceLines({ ...both, ownAt: null, own: null })[0]?.before).toBeNull();
});

it("tells what differs within an event, and only what the file tells", () => {
  const [ownAt, toldAt] = [at("08:00"), at("08:00")];
  const accepted = (time: string) => ({ type: "accepted", dueAt: iso(time) });
  const due = { entry: "accepted", ownAt, toldAt, own: accepted("11:00"), told: accepted("12:00") };
  expect(differenceLines(due)).toEqual([
    { field: "dueAt", before: { time: at("11:00") }, after: { time: at("12:00") } },
  ]);
  const own = { type: "apologised", signer: "chairman", fields: [], cause: "Mất điện" };
  const told = { type: "apologised", signer: "officer", fields: [] };
  expect(differenceLines({ entry: "apologised", ownAt, toldAt, own, told })).toEqual([
    { field: "apologySigner", before: { signer: "chairman" }, after: { signer: "officer" } },
  ]);
  const received = { type: "received", procedure: "2.000815", channel: "direct", flags: [] };
  const online = { ...received, channel: "online" };
  expect(differenceLines({ entry: "received", ownAt, toldAt, own: received, told: online })).toEqual([
    { field: "channel", before: { channel: "direct" }, after: { channel: "online" } },
  ]);
});

it("tells entries of people as texts, a telephone as what it is", () => {
  const none = { ownAt: null, toldAt: null };
  expect(differenceLines({ entry: "phone", ...none, own: null, told: "0912" })).toEqual([
    { field: "phone", before: null, after: { phone: "0912" } },
  ]);
});
