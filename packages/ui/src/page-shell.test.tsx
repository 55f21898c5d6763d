import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { deskShell } from "./catalogue/catalogue-shell";
import { PageShell } from "./page-shell";

it("counts the work in the menu, but not nothing", () => {
  const html = renderToStaticMarkup(<PageShell {...deskShell}>.</PageShell>);
  expect(html).toContain('<span class="n">38<span class="vh"> việc</span></span>');
  expect(html).not.toContain('<span class="n">0');
});

it("signs out by POST, from the bar and from the compact menu", () => {
  const html = renderToStaticMarkup(<PageShell {...deskShell}>.</PageShell>);
  expect(html.match(/<form method="post" action="\/sign-out">/g)).toHaveLength(2);
});

it("switches units by links, and is plain text where there is but one", () => {
  const html = renderToStaticMarkup(<PageShell {...deskShell}>.</PageShell>);
  expect(html).toContain('<a href="#nd"><span>Xã Nam Dong');
  const unit = deskShell.unit && { ...deskShell.unit, choices: [], more: undefined };
  const alone = renderToStaticMarkup(
    <PageShell {...deskShell} unit={unit}>
      .
    </PageShell>,
  );
  expect(alone).toContain('<div class="unit unit-alone">');
});

it("has neither menu nor person before sign-in, yet still the languages", () => {
  const html = renderToStaticMarkup(
    <PageShell {...deskShell} nav={[]} person={undefined} search={undefined} unit={undefined}>
      .
    </PageShell>,
  );
  expect(html).not.toContain("<details");
  expect(html).toContain('class="bar bar-plain"');
  expect(html).toContain('<a href="?lang=en" lang="en"');
});
