import { expect, it } from "vitest";
import { boundedForm } from "./bounded-form";

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

/** A body that does not say how long it is, and never ends. */
function endless(): { body: ReadableStream<Uint8Array>; given: () => number } {
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  return { body, given: () => given };
}

it("gives fields and files of a form that is small enough", async () => {
  const sent = new FormData();
  sent.set("text", "Ghế hỏng");
  sent.set("photo", new File(["ảnh"], "a.jpg"));
  const form = await boundedForm(post(sent), 10_000);
  if (!(form instanceof FormData)) throw new Error("no form");
  expect([form.get("text"), await (form.get("photo") as File).text()]).toEqual(["Ghế hỏng", "ảnh"]);
});

it("stops reading where it is too long, also when nothing says so beforehand", async () => {
  expect(await boundedForm(post(new URLSearchParams({ text: "a".repeat(200) })), 100)).toBeNull();
  const { body, given } = endless();
  const request = post(body, { "content-type": "application/x-www-form-urlencoded" });
  expect(await boundedForm(request, 1_000_000)).toBeNull();
  expect(given()).toBeLessThan(2_000_000);
});

it("knows what is no form", async () => {
  expect(await boundedForm(post("{}", { "content-type": "application/json" }), 100)).toBe("broken");
  expect(await boundedForm(post("x", { "content-type": "multipart/form-data; boundary=b" }), 100)).toBe("broken");
});
