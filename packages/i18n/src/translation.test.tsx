import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TranslationProvider, useFormat, useLanguage, useT } from "./translation";

function Sample() {
  const t = useT();
  return <p lang={useLanguage()}>{`${t("dossier.title")} ${useFormat().number(1.5)}`}</p>;
}

it("gives the texts of the language around it, Vietnamese without one", () => {
  expect(renderToStaticMarkup(<Sample />)).toBe('<p lang="vi">Hồ sơ 1,5</p>');
  const english = renderToStaticMarkup(
    <TranslationProvider language="en">
      <Sample />
    </TranslationProvider>,
  );
  expect(english).toBe('<p lang="en">Dossiers 1.5</p>');
});
