import { expect, it } from "vitest";
import { boardScenes } from "./board-scenes";

const slogan = (...texts: string[]) => ({ title: "5 biết", commitments: texts.map((text) => ({ text })) });

it("shows short promises in the largest type", () => {
  const lines = ["Biết nghe dân nói", "Biết nói dân hiểu", "Biết làm dân tin", "Biết xin lỗi", "Biết cảm ơn"];
  expect(boardScenes([slogan(...lines)])).toEqual([{ title: "5 biết", lines, size: "xl" }]);
});

it("takes smaller type for longer ones, and none below what is read from afar", () => {
  expect(boardScenes([slogan("x".repeat(150))])[0]?.size).toBe("l");
  expect(boardScenes([slogan("x".repeat(300))])[0]?.size).toBe("m");
  expect(boardScenes([slogan("x".repeat(2000))])).toMatchObject([{ size: "s" }]);
});

it("parts a slogan that is too long, in order and without losing a line", () => {
  const texts = Array.from({ length: 13 }, (_, i) => `${i} ${"chữ ".repeat(15)}`);
  const scenes = boardScenes([slogan(...texts), slogan("Cảm ơn")]);
  expect(scenes.length).toBeGreaterThan(3);
  expect(scenes.slice(0, -1).flatMap(({ lines }) => lines)).toEqual(texts);
  expect(scenes.every(({ size }) => size !== "s")).toBe(true);
});
