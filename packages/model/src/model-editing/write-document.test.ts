import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openModelText } from "./edit-document";
import { writeDocument } from "./write-document";

const rewritten = (text: string) => writeDocument(openModelText(text), text);

describe("writeDocument", () => {
  it.each([
    "a: [x, y]\nb: { c: 1, d: [z] }\n",
    "a: [ x, y ]\nb: {c: 1}\n",
    'a: "[ x ]"\nb: "{ y }" # [ z ]\nc: [x, "[ y ]"]\nd: []\ne: {}\n',
    "a:\n  - [x]\n  - { b: 1 }\n",
    "a: >-\n  Dài [ một ] dòng\nb: |\n  { hai }\n  [ba]\n",
    "a: 'Ông/Bà' # Ký {tên}\n\n# cuối\n",
  ])("leaves a text that nothing changed as it is: %j", (text) => {
    expect(rewritten(text)).toBe(text);
  });

  it("never changes what a text says", () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(fc.string(), scalar));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), value, { minKeys: 1 }), (source) => {
        const text = JSON.stringify(source);
        expect(openModelText(rewritten(text)).toJS()).toEqual(openModelText(text).toJS());
      }),
      { numRuns: 200 },
    );
  });
});
