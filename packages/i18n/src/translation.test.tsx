import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OwnTextsProvider, TranslationProvider, useFormat, useLanguage, useT } from "./translation";

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

it("says some texts in words of one's own, with what is filled in, and the others as ever", () => {
  function Said() {
    const t = useT();
    const problems = t("answering.problem.title", { count: 2 });
    return <p>{[t("answering.send"), problems, t.find("answering.yes"), t("answering.no")].join(" | ")}</p>;
  }
  const texts = {
    "answering.send": "Envoyer",
    "answering.problem.title": "{count} à revoir {?}",
    "answering.yes": "Oui",
  };
  const own = renderToStaticMarkup(
    <OwnTextsProvider texts={texts}>
      <Said />
    </OwnTextsProvider>,
  );
  expect(own).toBe("<p>Envoyer | 2 à revoir {?} | Oui | Không</p>");
});
