import { createElement } from "react";
import { expect, it } from "vitest";
import { renderPage } from "./render-page";

const page = () => ({ status: 200, headers: new Headers(), nonce: "n" });

it.each(Array.from({ length: 6 }, (_, i) => i))(
  "writes every letter whole, wherever a buffer ends (%i)",
  async (shift) => {
    const words = Array.from({ length: 900 }, (_, i) =>
      createElement("li", { key: i, title: "kết thúc" }, "Đã kết thúc"),
    );
    const answer = await renderPage(createElement("ul", null, "x".repeat(shift), words), page());
    const html = await answer.text();
    expect(html).not.toContain("\0");
    expect(html.split(`<li title="kết thúc">Đã kết thúc</li>`)).toHaveLength(901);
  },
);
