import { expect, it } from "vitest";
import { clearWhenQuiet } from "./clear-when-quiet";

function onClock() {
  const state = { now: 0, cleared: 0, look: () => {} };
  const asked = clearWhenQuiet(() => void state.cleared++, {
    now: () => state.now,
    every: (_ms, look) => {
      state.look = look;
    },
  });
  const at = (seconds: number) => {
    state.now = seconds * 1000;
    state.look();
    return state.cleared;
  };
  return { state, asked, at };
}

it("clears up once when nobody has asked for a while, and not before", () => {
  const { asked, at } = onClock();
  expect(at(60)).toBe(0);
  asked();
  expect(at(70)).toBe(0);
  expect(at(81)).toBe(1);
  expect(at(200)).toBe(1);
});

it("waits as long as somebody asks, and clears up again after the next busy time", () => {
  const { state, asked, at } = onClock();
  for (let second = 0; second < 100; second += 10) {
    state.now = second * 1000;
    asked();
    expect(at(second + 9)).toBe(0);
  }
  expect(at(120)).toBe(1);
  asked();
  expect(at(150)).toBe(2);
});
