import { describe, expect, it } from "vitest";
import { type KeptForm, KeptStore, LONGEST_MS, typedId, unsentId } from "./kept-store";

function memory(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    getItem: (name) => values.get(name) ?? null,
    key: (n) => [...values.keys()][n] ?? null,
    removeItem: (name) => void values.delete(name),
    setItem: (name, value) => void values.set(name, value),
  };
}

function opened() {
  const storage = memory();
  const clock = { now: 1_000 };
  let changes = 0;
  const store = new KeptStore(
    storage,
    () => clock.now,
    () => {
      changes++;
    },
  );
  return { storage, clock, store, changes: () => changes };
}

const owner = { person: "p", unit: "u" };
const form = (id: string, more: Partial<KeptForm> = {}): Omit<KeptForm, "at"> => ({
  id,
  ...owner,
  href: "/u/u/dossiers/new",
  title: "Tiếp nhận hồ sơ",
  fields: [["applicantName", "Nguyễn Văn A"]],
  state: "typed",
  ...more,
});

describe("what forms keep", () => {
  it("is the last that was typed, each form by itself", () => {
    const { store, clock } = opened();
    store.keep(form("a"));
    clock.now++;
    store.keep(form("b"));
    store.keep(form("a", { fields: [["applicantName", "Trần Thị B"]] }));
    expect(store.list(owner).map(({ id, fields }) => [id, fields[0]?.[1]])).toEqual([
      ["b", "Nguyễn Văn A"],
      ["a", "Trần Thị B"],
    ]);
    store.forget("b");
    expect(store.list(owner)).toHaveLength(1);
  });

  it("is not shown in another unit, and never to another person: there it is gone", () => {
    const { store, storage } = opened();
    store.keep(form("a"));
    expect(store.list({ ...owner, unit: "v" })).toEqual([]);
    expect(store.list(owner)).toHaveLength(1);
    expect(store.list({ ...owner, person: "q" })).toEqual([]);
    expect(store.list(owner)).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it("is gone after a day, and at sign-out", () => {
    const { store, storage, clock } = opened();
    store.keep(form("a"));
    clock.now += LONGEST_MS - 1;
    expect(store.list(owner)).toHaveLength(1);
    clock.now++;
    expect(store.list(owner)).toEqual([]);
    expect(storage.length).toBe(0);
    store.keep(form("b"));
    store.clear();
    expect(storage.length).toBe(0);
  });

  it("tells of each change, and lives with a storage that is spoilt or full", () => {
    const { store, storage, changes } = opened();
    storage.setItem("gd-kept", "{");
    expect(store.list(owner)).toEqual([]);
    store.keep(form("a"));
    store.forget("a", "b");
    store.forget("b");
    expect(changes()).toBe(2);
    const full = new KeptStore(
      {
        ...memory(),
        setItem: () => {
          throw new Error("full");
        },
      },
      Date.now,
      () => {},
    );
    full.keep(form("a"));
    expect(full.list(owner)).toEqual([]);
  });
});

it("a form is known by its page and its deed, a sending also by its key", () => {
  const fields: KeptForm["fields"] = [
    ["deed", "finish"],
    ["key", "k1"],
  ];
  expect(typedId("/u/x/dossiers/1", fields)).toBe("/u/x/dossiers/1 finish");
  expect(typedId("/u/x/dossiers?index", [])).toBe(typedId("/u/x/dossiers", []));
  expect(unsentId("/u/x", fields)).not.toBe(unsentId("/u/x", [["key", "k2"]]));
});
